package org.plinth.web.export;

import java.nio.file.Path;
import org.plinth.web.testkit.DatabaseAdministrator;
import org.plinth.web.testkit.VisitFloorKit;

/** Writes the same columns of the same rows with H2's own {@code CSVWRITE}, and says how long it took. */
final class MillionTrialsByDatabase {

    private static final String METRIC = " LEFT JOIN measurement %s ON %1$s.trial_id = t.id"
            + " AND %1$s.engine_version = tv.engine_version AND %1$s.analysis = tv.analysis AND %1$s.metric = ''%s''";

    private static final String ROWS = "SELECT r.id AS recording, t.effort_number, r.patient_id, v.episode_id,"
            + " r.visit_id, DATEDIFF(DAY, ev.opened_on, v.visit_date) AS day_of_episode_d, pt.position_id,"
            + " pt.protocol_version, rv.side, ev.involvement, COALESCE(a.onset_us, t.onset_us) AS onset_us,"
            + " COALESCE(a.end_us, t.end_us) AS end_us, COALESCE(a.baseline_n, t.baseline_n) AS baseline_n, tv.state,"
            + " CASE WHEN a.trial_id IS NULL THEN t.rejection ELSE a.rejection END AS rejection,"
            + " COALESCE(a.flags, t.flags) AS flags, tv.pain, m1.measured AS peak, m2.measured AS peak100,"
            + " m3.measured AS mean1s, tv.engine_version"
            + " FROM recording r JOIN recording_version rv ON rv.recording_id = r.id AND rv.version = r.head_version"
            + " JOIN position_test pt ON pt.id = r.test_id JOIN visit v ON v.id = r.visit_id"
            + " JOIN episode e ON e.id = v.episode_id"
            + " JOIN episode_version ev ON ev.episode_id = e.id AND ev.version = e.head_version"
            + " JOIN trial t ON t.recording_id = r.id"
            + " JOIN trial_version tv ON tv.trial_id = t.id AND tv.version = t.head_version"
            + " LEFT JOIN trial_analysis a ON a.trial_id = t.id AND a.analysis = tv.analysis"
            + METRIC.formatted("m1", "peakForce_N")
            + METRIC.formatted("m2", "peak100_N")
            + METRIC.formatted("m3", "meanForce1s_N");

    private MillionTrialsByDatabase() {}

    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        try (VisitFloorKit kit = VisitFloorKit.open(data)) {
            kit.database().read(stores -> stores.clinics().all());
            DatabaseAdministrator database = new DatabaseAdministrator(data);
            long start = System.nanoTime();
            database.number("CALL CSVWRITE('" + arguments[1] + "', '" + ROWS + "')");
            System.out.println(OwnMemory.said(System.nanoTime() - start));
        }
        System.exit(0);
    }
}
