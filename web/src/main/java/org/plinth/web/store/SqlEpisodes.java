package org.plinth.web.store;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plinth.core.visit.Involvement;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;

/** Tables {@code episode} and {@code episode_version}. */
final class SqlEpisodes implements EpisodeStore {

    static final String COLUMNS =
            """
            e.id AS e_id, e.clinic_id AS e_clinic, e.patient_id AS e_patient, ev.version AS e_version,
            ev.problem AS e_problem, ev.involvement AS e_involvement, ev.opened_on AS e_opened,
            ev.treatment_started_on AS e_treated, ev.closed_on AS e_closed, ev.close_reason AS e_why
            """;

    private static final String FROM = "SELECT " + COLUMNS
            + " FROM episode e JOIN episode_version ev ON ev.episode_id = e.id AND ev.version = e.head_version ";
    private static final String FIND = FROM + "WHERE e.clinic_id = ? AND e.id = ?";
    private static final String OF_PATIENT =
            FROM + "WHERE e.clinic_id = ? AND e.patient_id = ? ORDER BY ev.opened_on DESC, e.id";

    private static final String OF_PATIENTS =
            FROM + "WHERE e.clinic_id = ? AND e.patient_id IN (%s) ORDER BY ev.opened_on DESC, e.id";

    /**
     * Updates that change nothing and lock the row: on PostgreSQL with the weaker lock that lets others add rows that refer to it, which
     * FOR UPDATE would not. First the patient, then the episode, in every transaction; an erasure begins with the patient too.
     */
    private static final String HOLD_PATIENT =
            "UPDATE patient SET head_version = head_version WHERE clinic_id = ? AND id = ?";

    private static final String HOLD = "UPDATE episode SET head_version = head_version WHERE clinic_id = ? AND id = ?";

    private final Transaction tx;

    SqlEpisodes(Transaction tx) {
        this.tx = tx;
    }

    @Override
    public void add(Episode episode) {
        tx.requireClinic(episode.clinic());
        Row identity = Row.of("episode")
                .set("id", episode.id())
                .set("clinic_id", episode.clinic())
                .set("patient_id", episode.patient())
                .set("head_version", 1);
        tx.insert(identity);
        Row content = content(episode, 1, tx.keys().newSalt());
        tx.insert(content.by(tx.act()));
        tx.note("episode:" + episode.id(), Optional.empty(), Optional.of(identity.audited(content)));
    }

    @Override
    public Episode amend(Episode episode, int versionSeen) {
        tx.requireClinic(episode.clinic());
        Episode before = hold(episode.clinic(), episode.id())
                .orElseThrow(() -> StoreFailure.notFound("episode " + episode.id()));
        if (!before.patient().equals(episode.patient())) {
            throw StoreFailure.wrongState("episode " + episode.id() + " has another patient", before);
        }
        int version = Heads.EPISODE.move(
                tx, episode.clinic(), episode.id(), versionSeen, () -> known(episode.clinic(), episode.id()));
        Row content = content(episode, version, tx.keys().newSalt());
        tx.insert(content.by(tx.act()));
        tx.note(
                "episode:" + episode.id(),
                Optional.of(content(before, before.version(), "").auditedAgain()),
                Optional.of(content.audited()));
        return known(episode.clinic(), episode.id());
    }

    private Episode known(Id<Clinic> clinic, Id<Episode> episode) {
        return find(clinic, episode).orElseThrow(() -> StoreFailure.notFound("episode " + episode));
    }

    @Override
    public Optional<Episode> hold(Id<Clinic> clinic, Id<Episode> episode) {
        tx.requireClinic(clinic);
        Optional<Episode> there = find(clinic, episode);
        there.ifPresent(known -> {
            tx.update(HOLD_PATIENT, clinic, known.patient());
            tx.update(HOLD, clinic, episode);
        });
        return there.flatMap(known -> find(clinic, episode));
    }

    @Override
    public Optional<Episode> find(Id<Clinic> clinic, Id<Episode> episode) {
        return tx.one(FIND, SqlEpisodes::read, clinic, episode);
    }

    @Override
    public List<Episode> ofPatient(Id<Clinic> clinic, Id<Patient> patient) {
        return tx.list(OF_PATIENT, SqlEpisodes::read, clinic, patient);
    }

    @Override
    public Map<Id<Patient>, List<Episode>> ofPatients(Id<Clinic> clinic, Collection<Id<Patient>> patients) {
        return tx.ofPatients(OF_PATIENTS, SqlEpisodes::read, patients, clinic).stream()
                .collect(Collectors.groupingBy(Episode::patient));
    }

    private static Row content(Episode episode, int version, String salt) {
        return Row.of("episode_version")
                .set("episode_id", episode.id())
                .set("version", version)
                .set("clinic_id", episode.clinic())
                .setPersonal("problem", episode.problem())
                .set("involvement", episode.involvement())
                .set("opened_on", episode.openedOn())
                .set("treatment_started_on", episode.treatmentStartedOn())
                .set("closed_on", episode.closedOn())
                .setPersonal("close_reason", episode.closeReason())
                .set("salt", salt);
    }

    static Episode read(Found row) throws SQLException {
        return new Episode(
                row.id("e_id"),
                row.id("e_clinic"),
                row.id("e_patient"),
                row.number("e_version"),
                row.text("e_problem"),
                row.constant("e_involvement", Involvement.class),
                row.date("e_opened"),
                row.optionalDate("e_treated"),
                row.optionalDate("e_closed"),
                row.optionalText("e_why"));
    }
}
