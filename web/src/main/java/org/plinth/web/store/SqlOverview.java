package org.plinth.web.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.Visit;

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

    private static final String LAST_VISITS = "SELECT " + SqlVisits.COLUMNS
            + " FROM episode e " + HEAD + "JOIN visit v ON v.episode_id = e.id " + SqlVisits.HEAD
            + """
            WHERE e.clinic_id = ? AND ev.closed_on IS NULL AND e.patient_id IN (%s) AND NOT EXISTS (
                SELECT 1 FROM visit later WHERE later.episode_id = v.episode_id AND (later.started_at > v.started_at
                    OR (later.started_at = v.started_at AND later.id > v.id)))""";

    private static final String CLINICIANS = "SELECT v.patient_id, vv.clinician_id FROM visit v " + SqlVisits.HEAD
            + "WHERE v.clinic_id = ? AND v.patient_id IN (%s) ORDER BY v.started_at, v.id";

    private static final String PATIENT = "patient";

    /** Where the things are whose ids stand in subjects of each kind; what is of no patient is not among them. */
    private static final Map<String, String> OWNERS = Map.of(
            "result", "result t WHERE t.clinic_id = ? AND t.id IN (%s)",
            "episode", "episode t WHERE t.clinic_id = ? AND t.id IN (%s)",
            "episode_entry", "episode_entry t WHERE t.clinic_id = ? AND t.id IN (%s)",
            "visit", "visit t WHERE t.clinic_id = ? AND t.id IN (%s)",
            "test", "position_test t WHERE t.clinic_id = ? AND t.id IN (%s)",
            "symmetry", "position_test t WHERE t.clinic_id = ? AND t.id IN (%s)",
            "recording", "recording t WHERE t.clinic_id = ? AND t.id IN (%s)",
            "trial",
                    "(SELECT r.clinic_id, x.id, r.patient_id FROM trial x JOIN recording r ON r.id = x.recording_id) t"
                            + " WHERE t.clinic_id = ? AND t.id IN (%s)");

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
        return tx.ofPatients(
                OPEN, row -> new OpenEpisode(SqlPatients.read(row), SqlEpisodes.read(row)), patients, clinic);
    }

    @Override
    public List<EpisodeResult> results(Id<Clinic> clinic, Collection<Id<Patient>> patients) {
        Found.Reading<SideResult> reading = SqlResults.reading();
        return tx.ofPatients(
                SqlResults.OF_PATIENTS,
                row -> new EpisodeResult(row.<Episode>id("v_episode"), reading.read(row)),
                patients,
                clinic);
    }

    @Override
    public List<EpisodeEntry> entries(Id<Clinic> clinic, String kind, Collection<Id<Patient>> patients) {
        return tx.ofPatients(SqlEntries.OF_PATIENTS, SqlEntries::read, patients, clinic, kind);
    }

    @Override
    public List<Visit> lastVisits(Id<Clinic> clinic, Collection<Id<Patient>> patients) {
        return tx.ofPatients(LAST_VISITS, SqlVisits::read, patients, clinic);
    }

    private record Seen(Id<Patient> patient, Id<Account> clinician) {}

    @Override
    public Map<Id<Patient>, Id<Account>> lastClinicians(Id<Clinic> clinic, Collection<Id<Patient>> patients) {
        return tx
                .ofPatients(CLINICIANS, row -> new Seen(row.id("patient_id"), row.id("clinician_id")), patients, clinic)
                .stream()
                .collect(Collectors.toMap(Seen::patient, Seen::clinician, (earlier, later) -> later));
    }

    private record Owned(String subject, Id<Patient> patient) {}

    @Override
    public Map<String, Id<Patient>> patientsOf(Id<Clinic> clinic, Collection<String> subjects) {
        Map<String, List<Id<Object>>> byKind = new TreeMap<>();
        subjects.stream().distinct().forEach(subject -> Id.<Object>parse(idIn(subject))
                .ifPresent(id -> byKind.computeIfAbsent(kind(subject), kind -> new ArrayList<>())
                        .add(id)));
        Map<String, Id<Patient>> found = new HashMap<>();
        owners(clinic, byKind).forEach(owned -> found.put(owned.subject(), owned.patient()));
        byKind.getOrDefault(PATIENT, List.of()).forEach(id -> found.put(PATIENT + ":" + id, new Id<>(id.value())));
        return found;
    }

    /** The names of kinds come from our own map, never from the log. */
    private List<Owned> owners(Id<Clinic> clinic, Map<String, List<Id<Object>>> byKind) {
        List<String> queries = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        OWNERS.forEach((kind, from) -> {
            List<Id<Object>> ids = byKind.getOrDefault(kind, List.of());
            if (!ids.isEmpty()) {
                queries.add("SELECT '" + kind + "' AS kind, t.id, t.patient_id FROM "
                        + from.replace("%s", Transaction.places(ids.size())));
                values.add(clinic);
                values.addAll(ids);
            }
        });
        return queries.isEmpty()
                ? List.of()
                : tx.list(
                        String.join(" UNION ALL ", queries),
                        row -> new Owned(row.text("kind") + ":" + row.id("id"), row.id("patient_id")),
                        values.toArray());
    }

    private static String kind(String subject) {
        return subject.substring(0, Math.max(0, subject.indexOf(':')));
    }

    private static String idIn(String subject) {
        return subject.substring(subject.indexOf(':') + 1);
    }
}
