package org.plinth.web.store;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;

/** Questions about many patients with a closed episode: lists of marks in the text, ids only ever as arguments. */
final class SqlOutcomes implements OutcomeStore {

    private static final String CLOSED_EPISODES = " FROM episode e JOIN episode_version ev ON ev.episode_id = e.id "
            + "AND ev.version = e.head_version JOIN patient p ON p.id = e.patient_id " + SqlPatients.HEAD
            + "WHERE e.clinic_id = ? AND ev.closed_on >= ? AND ev.closed_on <= ? ";
    private static final String WITH = "SELECT DISTINCT e.patient_id" + CLOSED_EPISODES + "ORDER BY e.patient_id";
    private static final String CLOSED = "SELECT " + SqlPatients.COLUMNS + ", " + SqlEpisodes.COLUMNS + CLOSED_EPISODES
            + "AND e.patient_id IN (%s) ORDER BY e.patient_id, ev.opened_on, e.id";
    private static final String VISITS = "SELECT v.episode_id, COUNT(*) AS visits FROM visit v "
            + "WHERE v.clinic_id = ? AND v.patient_id IN (%s) GROUP BY v.episode_id";
    private static final String PAINS =
            """
            SELECT r.test_id, rv.side, MAX(tv.pain) AS value_of FROM recording r
            JOIN recording_version rv ON rv.recording_id = r.id AND rv.version = r.head_version
            JOIN position_test pt ON pt.id = r.test_id
            JOIN trial t ON t.recording_id = r.id
            JOIN trial_version tv ON tv.trial_id = t.id AND tv.version = t.head_version
            WHERE r.clinic_id = ? AND pt.patient_id IN (%s) AND tv.pain IS NOT NULL GROUP BY r.test_id, rv.side
            """;
    private static final String LEVERS =
            """
            SELECT s.test_id, s.side, s.lever_mm AS value_of FROM side_set_up s
            WHERE s.clinic_id = ? AND s.patient_id IN (%s) AND s.lever_mm IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM side_set_up n WHERE n.test_id = s.test_id AND n.side = s.side
                    AND n.number > s.number)
            """;

    private final Transaction tx;

    SqlOutcomes(Transaction tx) {
        this.tx = tx;
    }

    @Override
    public List<Id<Patient>> withClosedEpisode(Id<Clinic> clinic, LocalDate from, LocalDate to) {
        return tx.list(WITH, row -> row.<Patient>id("patient_id"), clinic, from, to);
    }

    @Override
    public List<ClosedEpisode> closed(
            Id<Clinic> clinic, LocalDate from, LocalDate to, Collection<Id<Patient>> patients) {
        return tx.ofPatients(
                CLOSED,
                row -> new ClosedEpisode(SqlPatients.read(row), SqlEpisodes.read(row)),
                patients,
                clinic,
                from,
                to);
    }

    @Override
    public List<EpisodeSymmetry> symmetries(Id<Clinic> clinic, Collection<Id<Patient>> patients) {
        return tx.ofPatients(
                SqlSymmetries.OF_PATIENTS,
                row -> new EpisodeSymmetry(row.<Episode>id("v_episode"), SqlSymmetries.read(row)),
                patients,
                clinic);
    }

    @Override
    public List<EpisodeEntry> entries(Id<Clinic> clinic, Collection<Id<Patient>> patients) {
        return tx.ofPatients(SqlEntries.ALL_OF_PATIENTS, SqlEntries::read, patients, clinic);
    }

    private record Counted(Id<Episode> episode, int visits) {}

    @Override
    public Map<Id<Episode>, Integer> visits(Id<Clinic> clinic, Collection<Id<Patient>> patients) {
        return tx
                .ofPatients(VISITS, row -> new Counted(row.id("episode_id"), row.number("visits")), patients, clinic)
                .stream()
                .collect(Collectors.toMap(Counted::episode, Counted::visits));
    }

    @Override
    public List<OfSide> worstPains(Id<Clinic> clinic, Collection<Id<Patient>> patients) {
        return tx.ofPatients(PAINS, SqlOutcomes::ofSide, patients, clinic);
    }

    @Override
    public List<OfSide> levers(Id<Clinic> clinic, Collection<Id<Patient>> patients) {
        return tx.ofPatients(LEVERS, SqlOutcomes::ofSide, patients, clinic);
    }

    private static OfSide ofSide(Found row) throws SQLException {
        return new OfSide(row.id("test_id"), row.constant("side", Side.class), row.number("value_of"));
    }
}
