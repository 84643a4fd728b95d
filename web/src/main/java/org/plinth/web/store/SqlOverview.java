package org.plinth.web.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;

/** Questions about many patients: lists of marks in the text, ids only ever as arguments. */
final class SqlOverview implements OverviewStore {

    private static final String HEAD =
            "JOIN episode_version ev ON ev.episode_id = e.id AND ev.version = e.head_version ";
    private static final String WITH = "SELECT DISTINCT e.patient_id FROM episode e " + HEAD
            + "JOIN patient p ON p.id = e.patient_id "
            + "WHERE e.clinic_id = ? AND ev.closed_on IS NULL ORDER BY e.patient_id";
    private static final String OPEN = "SELECT " + SqlPatients.COLUMNS + ", " + SqlEpisodes.COLUMNS
            + " FROM episode e JOIN patient p ON p.id = e.patient_id " + SqlPatients.HEAD + HEAD
            + "WHERE e.clinic_id = ? AND ev.closed_on IS NULL AND e.patient_id IN (%s) ORDER BY e.patient_id, e.id";

    private static final String CLINICIANS = "SELECT v.patient_id, vv.clinician_id FROM visit v " + SqlVisits.HEAD
            + "WHERE v.clinic_id = ? AND v.patient_id IN (%s) ORDER BY v.started_at, v.id";

    /** A table for each kind of subject; what is of no patient is not among them. */
    private static final Map<String, String> OWNERS = Map.of(
            "result", "SELECT patient_id FROM result WHERE clinic_id = ? AND id = ?",
            "episode", "SELECT patient_id FROM episode WHERE clinic_id = ? AND id = ?",
            "episode_entry", "SELECT patient_id FROM episode_entry WHERE clinic_id = ? AND id = ?",
            "visit", "SELECT patient_id FROM visit WHERE clinic_id = ? AND id = ?",
            "test", "SELECT patient_id FROM position_test WHERE clinic_id = ? AND id = ?",
            "symmetry", "SELECT patient_id FROM position_test WHERE clinic_id = ? AND id = ?");

    private final Transaction tx;

    SqlOverview(Transaction tx) {
        this.tx = tx;
    }

    @Override
    public List<Id<Patient>> withOpenEpisode(Id<Clinic> clinic) {
        return tx.list(WITH, SqlOverview::patient, clinic);
    }

    private static Id<Patient> patient(Found row) throws SQLException {
        return row.id("patient_id");
    }

    @Override
    public List<OpenEpisode> openEpisodes(Id<Clinic> clinic, Collection<Id<Patient>> patients) {
        return of(OPEN, row -> new OpenEpisode(SqlPatients.read(row), SqlEpisodes.read(row)), patients, clinic);
    }

    @Override
    public List<EpisodeResult> results(Id<Clinic> clinic, Collection<Id<Patient>> patients) {
        return of(
                SqlResults.OF_PATIENTS,
                row -> new EpisodeResult(row.<Episode>id("v_episode"), SqlResults.read(row)),
                patients,
                clinic);
    }

    @Override
    public List<EpisodeEntry> entries(Id<Clinic> clinic, String kind, Collection<Id<Patient>> patients) {
        return of(SqlEntries.OF_PATIENTS, SqlEntries::read, patients, clinic, kind);
    }

    private record Seen(Id<Patient> patient, Id<Account> clinician) {}

    @Override
    public Map<Id<Patient>, Id<Account>> lastClinicians(Id<Clinic> clinic, Collection<Id<Patient>> patients) {
        return of(CLINICIANS, row -> new Seen(row.id("patient_id"), row.id("clinician_id")), patients, clinic).stream()
                .collect(Collectors.toMap(Seen::patient, Seen::clinician, (earlier, later) -> later));
    }

    private <T> List<T> of(String sql, Found.Reading<T> reading, Collection<Id<Patient>> patients, Object... first) {
        if (patients.size() > MOST) {
            throw StoreFailure.invalid("patients", "at most " + MOST + " at once");
        }
        if (patients.isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>(List.of(first));
        values.addAll(patients);
        String marks = String.join(", ", Collections.nCopies(patients.size(), "?"));
        return tx.list(sql.replace("%s", marks), reading, values.toArray());
    }

    @Override
    public Optional<Id<Patient>> patientOf(Id<Clinic> clinic, String subject) {
        int colon = subject.indexOf(':');
        String kind = colon < 0 ? subject : subject.substring(0, colon);
        Optional<Id<Patient>> id = Id.parse(subject.substring(colon + 1));
        if (kind.equals("patient") || id.isEmpty()) {
            return id;
        }
        return Optional.ofNullable(OWNERS.get(kind))
                .flatMap(sql -> tx.one(sql, SqlOverview::patient, clinic, id.get()));
    }
}
