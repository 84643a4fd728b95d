package org.plinth.web.store;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.plinth.core.position.Fixation;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Trial;
import org.plinth.web.store.RecordingStore.TrialOf;

/** Recordings with all that stands beside them, page by page. */
final class SqlRaw implements RawStore {

    private static final Id<Recording> BEFORE_ALL = new Id<>(new UUID(0, 0));

    private static final String BESIDE =
            """
            JOIN position_test pt ON pt.id = r.test_id
            JOIN visit v ON v.id = r.visit_id
            JOIN visit_version vv ON vv.visit_id = v.id AND vv.version = v.head_version
            JOIN episode e ON e.id = v.episode_id
            JOIN episode_version ev ON ev.episode_id = e.id AND ev.version = e.head_version
            JOIN patient p ON p.id = r.patient_id
            """;

    private static final String COUNT = "SELECT COUNT(*) AS n FROM recording WHERE clinic_id = ?";

    private static final String PAGE = "SELECT " + SqlRecordings.COLUMNS + ", " + SqlResults.COLUMNS
            + """
            , pt.position_id AS x_position, pt.protocol_version AS x_protocol, pt.fixation AS x_fixation,
            pt.stabilisation AS x_stabilisation, pt.sensor_site AS x_site, pt.sensor_id AS x_sensor, e.id AS x_episode,
            ev.involvement AS x_involvement, ev.opened_on AS x_opened, v.visit_date AS x_date, v.started_at AS x_started,
            vv.closed AS x_closed,
            NOT EXISTS (SELECT 1 FROM patient_version gone WHERE gone.patient_id = r.patient_id) AS x_erased,
            """
            + "(" + SqlRecordings.IS_SET_ASIDE + ") AS x_aside" + SqlRecordings.FROM + BESIDE
            + """
            LEFT JOIN (result s JOIN result_version sv ON sv.result_id = s.id AND sv.version = s.head_version
                AND sv.withdrawn = FALSE) ON s.test_id = r.test_id AND s.side = rv.side
            WHERE r.clinic_id = ? AND r.id > ? ORDER BY r.id LIMIT ?""";

    private static final String BETWEEN = "WHERE r.clinic_id = ? AND r.id > ? AND r.id <= ? ";

    private static final String LAST =
            "SELECT id FROM (SELECT id FROM recording WHERE clinic_id = ? AND id > ? ORDER BY id LIMIT ?) AS next_ones"
                    + " ORDER BY id DESC LIMIT 1";

    private static final String TRIALS =
            """
            SELECT t.id AS t_id, r.id AS r_id, r.patient_id AS r_patient, r.visit_id AS r_visit, v.episode_id AS x_episode,
            pt.position_id AS x_position, pt.protocol_version AS x_protocol, rv.side AS r_side,
            ev.involvement AS x_involvement, ev.opened_on AS x_opened, v.visit_date AS x_date, t.effort_number AS t_number,
            COALESCE(a.onset_us, t.onset_us) AS t_onset, COALESCE(a.end_us, t.end_us) AS t_end,
            COALESCE(a.baseline_n, t.baseline_n) AS t_baseline, COALESCE(a.flags, t.flags) AS t_flags,
            CASE WHEN a.trial_id IS NULL THEN t.rejection ELSE a.rejection END AS t_rejection,
            tv.state AS t_state, tv.pain AS t_pain, tv.engine_version AS t_engine,
            m1.measured AS m_1, m2.measured AS m_2, m3.measured AS m_3
            FROM recording r
            JOIN recording_version rv ON rv.recording_id = r.id AND rv.version = r.head_version
            """
                    + BESIDE
                    + """
            JOIN trial t ON t.recording_id = r.id
            JOIN trial_version tv ON tv.trial_id = t.id AND tv.version = t.head_version
            LEFT JOIN trial_analysis a ON a.trial_id = t.id AND a.analysis = tv.analysis
            LEFT JOIN measurement m1 ON m1.trial_id = t.id AND m1.engine_version = tv.engine_version
                AND m1.analysis = tv.analysis AND m1.metric = 'peakForce_N'
            LEFT JOIN measurement m2 ON m2.trial_id = t.id AND m2.engine_version = tv.engine_version
                AND m2.analysis = tv.analysis AND m2.metric = 'peak100_N'
            LEFT JOIN measurement m3 ON m3.trial_id = t.id AND m3.engine_version = tv.engine_version
                AND m3.analysis = tv.analysis AND m3.metric = 'meanForce1s_N'
            WHERE r.clinic_id = ? AND r.id > ? AND r.id <= ? AND (tv.exclusion_reason IS NULL OR tv.exclusion_reason <> 'MOVED')
            AND EXISTS (SELECT 1 FROM patient_version here WHERE here.patient_id = r.patient_id)
            ORDER BY r.id, t.effort_number""";

    private final Transaction tx;
    private final SqlTrials trials;

    SqlRaw(Transaction tx) {
        this.tx = tx;
        this.trials = new SqlTrials(tx);
    }

    @Override
    public long count(Id<Clinic> clinic) {
        return tx.one(COUNT, row -> row.bigNumber("n"), clinic).orElse(0L);
    }

    @Override
    public List<RawRow> page(Id<Clinic> clinic, Optional<Id<Recording>> after, int most) {
        return tx.list(PAGE, SqlRaw::readRow, clinic, after.orElse(BEFORE_ALL), most);
    }

    @Override
    public List<TrialOf> trials(Id<Clinic> clinic, Optional<Id<Recording>> after, Id<Recording> last) {
        return trials.where(BETWEEN, clinic, after.orElse(BEFORE_ALL), last);
    }

    @Override
    public Optional<Id<Recording>> trialRows(
            Id<Clinic> clinic, Optional<Id<Recording>> after, int recordings, Consumer<TrialRow> row) {
        Id<Recording> from = after.orElse(BEFORE_ALL);
        Optional<Id<Recording>> last = tx.one(LAST, found -> found.<Recording>id("id"), clinic, from, recordings);
        last.ifPresent(to -> tx.stream(TRIALS, SqlRaw::readTrial, row, clinic, from, to));
        return last;
    }

    private static RawRow readRow(Found row) throws SQLException {
        return new RawRow(
                SqlRecordings.read(row),
                row.text("x_position"),
                row.number("x_protocol"),
                row.constant("x_fixation", Fixation.class),
                row.text("x_stabilisation"),
                row.text("x_site"),
                row.id("x_sensor"),
                row.id("x_episode"),
                row.constant("x_involvement", Involvement.class),
                row.date("x_opened"),
                row.date("x_date"),
                row.instant("x_started"),
                row.is("x_closed"),
                row.is("x_erased"),
                row.is("x_aside"),
                row.optionalId("s_id").isPresent() ? Optional.of(SqlResults.read(row)) : Optional.empty());
    }

    private static TrialRow readTrial(Found row) throws SQLException {
        LocalDate opened = row.date("x_opened");
        return new TrialRow(
                row.id("t_id"),
                row.id("r_id"),
                row.id("r_patient"),
                row.id("x_episode"),
                row.id("r_visit"),
                row.text("x_position"),
                row.number("x_protocol"),
                row.constant("r_side", Side.class),
                row.constant("x_involvement", Involvement.class),
                ChronoUnit.DAYS.between(opened, row.date("x_date")),
                row.number("t_number"),
                row.bigNumber("t_onset"),
                row.bigNumber("t_end"),
                row.real("t_baseline"),
                row.constant("t_state", Trial.State.class),
                row.optionalText("t_rejection"),
                row.text("t_flags").replace(',', ' '),
                row.optionalNumber("t_pain"),
                Map.of(
                        TRIAL_METRICS.get(0), row.optionalReal("m_1"),
                        TRIAL_METRICS.get(1), row.optionalReal("m_2"),
                        TRIAL_METRICS.get(2), row.optionalReal("m_3")),
                row.text("t_engine"));
    }
}
