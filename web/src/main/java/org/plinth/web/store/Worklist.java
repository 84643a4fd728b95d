package org.plinth.web.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.store.PatientStore.WorklistLine;

/**
 * The worklist in two queries. The first walks the index of visits from the newest on and stops at the limit, so it costs
 * the same with a hundred patients and with ten thousand; the second finds open episodes without a visit.
 */
final class Worklist {

    private static final String PEOPLE = SqlPatients.COLUMNS + ", " + SqlEpisodes.COLUMNS;
    private static final String OF_EPISODE = "JOIN patient p ON p.id = e.patient_id "
            + SqlPatients.HEAD
            + "JOIN episode_version ev ON ev.episode_id = e.id AND ev.version = e.head_version ";
    private static final String SEEN = "SELECT " + PEOPLE + ", " + SqlVisits.COLUMNS
            + " FROM visit v JOIN episode e ON e.id = v.episode_id " + OF_EPISODE + SqlVisits.HEAD
            + """
            WHERE v.clinic_id = ? AND ev.closed_on IS NULL AND NOT EXISTS (
                SELECT 1 FROM visit later WHERE later.episode_id = v.episode_id AND (later.started_at > v.started_at
                    OR (later.started_at = v.started_at AND later.id > v.id)))
            ORDER BY v.clinic_id DESC, v.started_at DESC FETCH FIRST ? ROWS ONLY""";
    private static final String UNSEEN = "SELECT " + PEOPLE + " FROM episode e " + OF_EPISODE
            + """
            WHERE e.clinic_id = ? AND ev.closed_on IS NULL
                AND NOT EXISTS (SELECT 1 FROM visit v WHERE v.episode_id = e.id)
            ORDER BY ev.opened_on DESC, e.id FETCH FIRST ? ROWS ONLY""";

    private Worklist() {}

    static List<WorklistLine> read(Transaction tx, Id<Clinic> clinic, int limit) {
        List<WorklistLine> lines = new ArrayList<>(tx.list(SEEN, Worklist::seen, clinic, limit));
        if (lines.size() < limit) {
            lines.addAll(tx.list(UNSEEN, Worklist::unseen, clinic, limit - lines.size()));
        }
        return List.copyOf(lines);
    }

    private static WorklistLine seen(Found row) throws SQLException {
        return new WorklistLine(SqlPatients.read(row), SqlEpisodes.read(row), Optional.of(SqlVisits.read(row)));
    }

    private static WorklistLine unseen(Found row) throws SQLException {
        return new WorklistLine(SqlPatients.read(row), SqlEpisodes.read(row), Optional.empty());
    }
}
