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
import org.plinth.web.store.RecordingStore.Engine;
import org.plinth.web.store.RecordingStore.TrialOf;

/** Tables {@code trial}, {@code trial_version} and {@code measurement}. */
final class SqlTrials {

    private static final String COLUMNS =
            """
            t.id AS t_id, t.effort_number AS t_number, t.onset_us AS t_onset, t.end_us AS t_end, t.first_index AS t_first,
            t.peak_index AS t_peak, t.last_index AS t_last, t.baseline_n AS t_baseline, t.baseline_noise_n AS t_noise,
            t.quiet_baseline AS t_quiet, t.plateau_start_us AS t_plateau_start, t.plateau_end_us AS t_plateau_end,
            t.flags AS t_flags, t.rejection AS t_rejection, tv.version AS t_version, tv.state AS t_state,
            tv.exclusion_reason AS t_why, tv.pain AS t_pain, tv.engine_version AS t_engine
            """;
    private static final String HEAD = " JOIN trial t ON t.recording_id = r.id"
            + " JOIN trial_version tv ON tv.trial_id = t.id AND tv.version = t.head_version ";
    private static final String TRIALS = "SELECT " + SqlRecordings.COLUMNS + ", " + COLUMNS + SqlRecordings.FROM + HEAD;
    private static final String MEASUREMENTS = "SELECT m.trial_id, m.metric, m.measured, m.withheld FROM recording r"
            + HEAD + " JOIN measurement m ON m.trial_id = t.id AND m.engine_version = tv.engine_version ";
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
            Row content = content(clinic, trial, 1, engine.version());
            List<Row> measured = measurements(clinic, trial, engine);
            String hash = Hashes.sha256(measured.stream().map(Row::audited).toArray(String[]::new));
            Row seal = Row.of("measurement").set("measurements_sha256", hash);
            tx.note("trial:" + trial.id(), Optional.empty(), Optional.of(identity.audited(content, seal)));
            identities.add(identity);
            contents.add(content.by(tx.act()));
            measurements.addAll(measured);
        }
        tx.insertAll(identities);
        tx.insertAll(contents);
        tx.insertAll(measurements);
    }

    Trial decide(Id<Clinic> clinic, Trial trial, int versionSeen) {
        if (trial.state() == Trial.State.EXCLUDED
                && trial.exclusionReason().orElse("").isBlank()) {
            throw StoreFailure.invalid("reason", "an exclusion needs one");
        }
        Trial before = known(clinic, trial.id());
        int version = Heads.TRIAL.move(tx, clinic, trial.id(), versionSeen, () -> known(clinic, trial.id()));
        String engine = engineOf(clinic, trial.id());
        Row content = content(clinic, trial, version, engine);
        tx.insert(content.by(tx.act()));
        tx.note(
                "trial:" + trial.id(),
                Optional.of(content(clinic, before, before.version(), engine).audited()),
                Optional.of(content.audited()));
        return known(clinic, trial.id());
    }

    private String engineOf(Id<Clinic> clinic, Id<Trial> trial) {
        String newest = "SELECT engine_version FROM trial_version WHERE clinic_id = ? AND trial_id = ?"
                + " ORDER BY version DESC FETCH FIRST 1 ROWS ONLY";
        return tx.one(newest, row -> row.text("engine_version"), clinic, trial)
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
        Map<Id<Trial>, Map<String, MetricResult>> measured = new HashMap<>();
        tx.stream(
                MEASUREMENTS + where,
                SqlTrials::readMeasurement,
                found -> measured.computeIfAbsent(found.trial(), id -> new TreeMap<>())
                        .put(found.metric(), found.result()),
                clinic,
                of);
        return tx.list(
                TRIALS + where + IN_ORDER,
                row -> new TrialOf(SqlRecordings.read(row), read(row, measured)),
                clinic,
                of);
    }

    private record Measurement(Id<Trial> trial, String metric, MetricResult result) {}

    private static Measurement readMeasurement(Found row) throws SQLException {
        double measured = row.real("measured");
        MetricResult result = row.optionalText("withheld")
                .<MetricResult>map(reason -> new MetricResult.Withheld(Withholding.valueOf(reason)))
                .orElseGet(() -> new MetricResult.Measured(measured));
        return new Measurement(row.id("trial_id"), row.text("metric"), result);
    }

    private static List<Row> measurements(Id<Clinic> clinic, Trial trial, Engine engine) {
        List<Row> rows = new ArrayList<>();
        new TreeMap<>(trial.measurements()).forEach((metric, result) -> {
            Integer version = engine.metricVersions().get(metric);
            if (version == null) {
                throw StoreFailure.invalid("measurements", "no version is known of metric " + metric);
            }
            rows.add(Row.of("measurement")
                    .set("trial_id", trial.id())
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
        Effort effort = trial.effort();
        return Row.of("trial")
                .set("id", trial.id())
                .set("clinic_id", clinic)
                .set("recording_id", trial.recording())
                .set("effort_number", effort.number())
                .set("onset_us", effort.onsetMicros())
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
                .set("rejection", effort.rejection())
                .set("head_version", 1);
    }

    private static Row content(Id<Clinic> clinic, Trial trial, int version, String engineVersion) {
        return Row.of("trial_version")
                .set("trial_id", trial.id())
                .set("version", version)
                .set("clinic_id", clinic)
                .set("state", trial.state())
                .set("exclusion_reason", trial.exclusionReason())
                .set("pain", trial.pain())
                .set("engine_version", engineVersion);
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
