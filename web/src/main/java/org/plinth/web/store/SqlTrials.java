package org.plinth.web.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plinth.core.effort.Effort;
import org.plinth.core.effort.EffortFlag;
import org.plinth.core.effort.Plateau;
import org.plinth.core.effort.Rejection;
import org.plinth.core.metric.MetricResult;
import org.plinth.core.metric.Withholding;
import org.plinth.core.quantity.Force;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Trial;
import org.plinth.web.clinic.Visit;
import org.plinth.web.hash.Sha256;
import org.plinth.web.store.RecordingStore.Engine;
import org.plinth.web.store.RecordingStore.TrialOf;

/** Tables {@code trial}, {@code trial_version} and {@code measurement}. */
final class SqlTrials {

    private static final String COLUMNS =
            """
            t.id AS t_id, t.effort_number AS t_number, COALESCE(a.onset_us, t.onset_us) AS t_onset,
            COALESCE(a.end_us, t.end_us) AS t_end, COALESCE(a.first_index, t.first_index) AS t_first,
            COALESCE(a.peak_index, t.peak_index) AS t_peak, COALESCE(a.last_index, t.last_index) AS t_last,
            COALESCE(a.baseline_n, t.baseline_n) AS t_baseline,
            COALESCE(a.baseline_noise_n, t.baseline_noise_n) AS t_noise,
            COALESCE(a.quiet_baseline, t.quiet_baseline) AS t_quiet,
            COALESCE(a.plateau_start_us, t.plateau_start_us) AS t_plateau_start,
            COALESCE(a.plateau_end_us, t.plateau_end_us) AS t_plateau_end, COALESCE(a.flags, t.flags) AS t_flags,
            CASE WHEN a.trial_id IS NULL THEN t.rejection ELSE a.rejection END AS t_rejection,
            tv.version AS t_version, tv.state AS t_state, tv.exclusion_reason AS t_why, tv.pain AS t_pain,
            tv.engine_version AS t_engine, tv.analysis AS t_analysis
            """;
    private static final String HEAD = " JOIN trial t ON t.recording_id = r.id"
            + " JOIN trial_version tv ON tv.trial_id = t.id AND tv.version = t.head_version ";
    /** A later analysis than the first has boundaries of its own. */
    private static final String LATER =
            " LEFT JOIN trial_analysis a ON a.trial_id = t.id AND a.analysis = tv.analysis ";

    private static final String TRIALS =
            "SELECT " + SqlRecordings.COLUMNS + ", " + COLUMNS + SqlRecordings.FROM + HEAD + LATER;
    private static final String MEASUREMENTS = "SELECT m.trial_id, m.metric, m.measured, m.withheld FROM recording r"
            + HEAD + " JOIN measurement m ON m.trial_id = t.id AND m.analysis = tv.analysis"
            + " AND m.engine_version = tv.engine_version ";
    private static final String OF_TEST = "WHERE r.clinic_id = ? AND r.test_id = ? ";
    private static final String OF_VISIT = "WHERE r.clinic_id = ? AND r.visit_id = ? ";
    private static final String OF_ID = "WHERE r.clinic_id = ? AND t.id = ? ";
    private static final String IN_ORDER = "ORDER BY r.started_at, r.id, t.effort_number";

    private final Transaction tx;

    SqlTrials(Transaction tx) {
        this.tx = tx;
    }

    void add(Id<Clinic> clinic, List<Trial> trials, Engine engine) {
        List<Row> identities = new ArrayList<>();
        List<Row> contents = new ArrayList<>();
        List<Row> measurements = new ArrayList<>();
        for (Trial trial : trials) {
            Row identity = identity(clinic, trial);
            Row content = content(clinic, trial, 1, new Analysis(engine.version(), 1), salt());
            List<Row> measured = measurements(clinic, trial, engine, 1);
            Row seal = seal(measured);
            tx.note("trial:" + trial.id(), Optional.empty(), Optional.of(identity.audited(content, seal)));
            identities.add(identity);
            contents.add(content.by(tx.act()));
            measurements.addAll(measured);
        }
        tx.insertAll(identities);
        tx.insertAll(contents);
        tx.insertAll(measurements);
    }

    /** Which analysis a trial rests on. */
    private record Analysis(String engineVersion, int number) {}

    void analyseAgain(Id<Clinic> clinic, List<TrialOf> again, Engine engine) {
        List<Row> analyses = new ArrayList<>();
        List<Row> contents = new ArrayList<>();
        List<Row> measurements = new ArrayList<>();
        for (TrialOf seen : again) {
            Trial trial = seen.trial();
            int version = Heads.TRIAL.move(tx, clinic, trial.id(), trial.version(), () -> known(clinic, trial.id()));
            Analysis old = new Analysis(seen.engineVersion(), seen.analysis());
            Analysis next = new Analysis(engine.version(), seen.analysis() + 1);
            Row analysis = boundaries(
                    Row.of("trial_analysis")
                            .set("trial_id", trial.id())
                            .set("analysis", next.number())
                            .set("clinic_id", clinic)
                            .set("engine_version", next.engineVersion()),
                    trial.effort());
            Row content = content(clinic, trial, version, next, salt());
            List<Row> measured = measurements(clinic, trial, engine, next.number());
            tx.note(
                    "trial:" + trial.id(),
                    Optional.of(content(clinic, trial, trial.version(), old, "").auditedAgain()),
                    Optional.of(analysis.audited(content, seal(measured))));
            analyses.add(analysis.by(tx.act()));
            contents.add(content.by(tx.act()));
            measurements.addAll(measured);
        }
        tx.insertAll(analyses);
        tx.insertAll(contents);
        tx.insertAll(measurements);
    }

    /** What the audit chain keeps of the numbers of one trial. */
    private static Row seal(List<Row> measured) {
        String hash = Sha256.hex(measured.stream().map(Row::audited).toArray(String[]::new));
        return Row.of("measurement").set("measurements_sha256", hash);
    }

    Trial decide(Id<Clinic> clinic, Trial trial, int versionSeen) {
        if (trial.state() == Trial.State.EXCLUDED
                && trial.exclusionReason().orElse("").isBlank()) {
            throw StoreFailure.invalid("reason", "an exclusion needs one");
        }
        Trial before = known(clinic, trial.id());
        int version = Heads.TRIAL.move(tx, clinic, trial.id(), versionSeen, () -> known(clinic, trial.id()));
        Analysis analysis = analysisOf(clinic, trial.id());
        Row content = content(clinic, trial, version, analysis, salt());
        tx.insert(content.by(tx.act()));
        tx.note(
                "trial:" + trial.id(),
                Optional.of(
                        content(clinic, before, before.version(), analysis, "").auditedAgain()),
                Optional.of(content.audited()));
        return known(clinic, trial.id());
    }

    private Analysis analysisOf(Id<Clinic> clinic, Id<Trial> trial) {
        String newest = "SELECT engine_version, analysis FROM trial_version WHERE clinic_id = ? AND trial_id = ?"
                + " ORDER BY version DESC FETCH FIRST 1 ROWS ONLY";
        return tx.one(newest, row -> new Analysis(row.text("engine_version"), row.number("analysis")), clinic, trial)
                .orElseThrow(() -> StoreFailure.notFound("trial " + trial));
    }

    private Trial known(Id<Clinic> clinic, Id<Trial> trial) {
        return find(clinic, trial)
                .orElseThrow(() -> StoreFailure.notFound("trial " + trial))
                .trial();
    }

    Optional<TrialOf> find(Id<Clinic> clinic, Id<Trial> trial) {
        return list(OF_ID, clinic, trial).stream().findFirst();
    }

    List<TrialOf> ofTest(Id<Clinic> clinic, Id<PositionTest> test) {
        return list(OF_TEST, clinic, test);
    }

    List<TrialOf> ofVisit(Id<Clinic> clinic, Id<Visit> visit) {
        return list(OF_VISIT, clinic, visit);
    }

    private List<TrialOf> list(String where, Id<Clinic> clinic, Id<?> of) {
        return where(where, clinic, of);
    }

    /** Those of the recordings, {@code r}, that this condition lets through; two queries. */
    List<TrialOf> where(String where, Object... values) {
        Map<Id<Trial>, Map<String, MetricResult>> measured = new HashMap<>();
        tx.stream(
                MEASUREMENTS + where,
                SqlTrials::readMeasurement,
                found -> measured.computeIfAbsent(found.trial(), id -> new TreeMap<>())
                        .put(found.metric(), found.result()),
                values);
        return tx.list(
                TRIALS + where + IN_ORDER,
                row -> new TrialOf(
                        SqlRecordings.read(row), read(row, measured), row.text("t_engine"), row.number("t_analysis")),
                values);
    }

    private record Measurement(Id<Trial> trial, String metric, MetricResult result) {}

    private static Measurement readMeasurement(Found row) throws SQLException {
        double measured = row.real("measured");
        MetricResult result = row.optionalText("withheld")
                .<MetricResult>map(reason -> new MetricResult.Withheld(Withholding.valueOf(reason)))
                .orElseGet(() -> new MetricResult.Measured(measured));
        return new Measurement(row.id("trial_id"), row.text("metric"), result);
    }

    private static List<Row> measurements(Id<Clinic> clinic, Trial trial, Engine engine, int analysis) {
        List<Row> rows = new ArrayList<>();
        new TreeMap<>(trial.measurements()).forEach((metric, result) -> {
            Integer version = engine.metricVersions().get(metric);
            if (version == null) {
                throw StoreFailure.invalid("measurements", "no version is known of metric " + metric);
            }
            rows.add(Row.of("measurement")
                    .set("trial_id", trial.id())
                    .set("analysis", analysis)
                    .set("engine_version", engine.version())
                    .set("metric", metric)
                    .set("metric_version", version)
                    .set("clinic_id", clinic)
                    .set("measured", result.value())
                    .set("withheld", result.withholding()));
        });
        return rows;
    }

    private static Row identity(Id<Clinic> clinic, Trial trial) {
        Row row = Row.of("trial")
                .set("id", trial.id())
                .set("clinic_id", clinic)
                .set("recording_id", trial.recording())
                .set("effort_number", trial.effort().number());
        return boundaries(row, trial.effort()).set("head_version", 1);
    }

    private static Row boundaries(Row row, Effort effort) {
        return row.set("onset_us", effort.onsetMicros())
                .set("end_us", effort.endMicros())
                .set("first_index", effort.firstIndex())
                .set("peak_index", effort.peakIndex())
                .set("last_index", effort.lastIndex())
                .set("baseline_n", effort.baseline().newtons())
                .set("baseline_noise_n", effort.baselineNoise().newtons())
                .set("quiet_baseline", effort.quietBaseline())
                .set("plateau_start_us", effort.plateau().startMicros())
                .set("plateau_end_us", effort.plateau().endMicros())
                .set("flags", effort.flags())
                .set("rejection", effort.rejection());
    }

    private String salt() {
        return tx.keys().newSalt();
    }

    private static Row content(Id<Clinic> clinic, Trial trial, int version, Analysis analysis, String salt) {
        return Row.of("trial_version")
                .set("trial_id", trial.id())
                .set("version", version)
                .set("clinic_id", clinic)
                .set("state", trial.state())
                .setPersonal("exclusion_reason", trial.exclusionReason())
                .set("pain", trial.pain())
                .set("engine_version", analysis.engineVersion())
                .set("analysis", analysis.number())
                .set("salt", salt);
    }

    private static Trial read(Found row, Map<Id<Trial>, Map<String, MetricResult>> measured) throws SQLException {
        Id<Trial> id = row.id("t_id");
        return new Trial(
                id,
                row.id("r_id"),
                row.number("t_version"),
                effort(row),
                measured.getOrDefault(id, Map.of()),
                row.constant("t_state", Trial.State.class),
                row.optionalText("t_why"),
                row.optionalNumber("t_pain"));
    }

    private static Effort effort(Found row) throws SQLException {
        return new Effort(
                row.number("t_number"),
                row.bigNumber("t_onset"),
                row.bigNumber("t_end"),
                row.number("t_first"),
                row.number("t_peak"),
                row.number("t_last"),
                Force.ofNewtons(row.real("t_baseline")),
                Force.ofNewtons(row.real("t_noise")),
                row.is("t_quiet"),
                new Plateau(row.bigNumber("t_plateau_start"), row.bigNumber("t_plateau_end")),
                row.constants("t_flags", EffortFlag::valueOf),
                row.optionalText("t_rejection").map(Rejection::valueOf));
    }
}
