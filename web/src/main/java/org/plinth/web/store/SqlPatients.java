package org.plinth.web.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plinth.core.quantity.Mass;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Visit;
import org.plinth.web.journal.JournalKey;

/** Tables {@code patient}, {@code patient_version} and {@code patient_key}. */
final class SqlPatients implements PatientStore {

    static final String COLUMNS =
            """
            p.id AS p_id, p.clinic_id AS p_clinic, pv.version AS p_version, pv.given_name AS p_given,
            pv.family_name AS p_family, pv.birth_date AS p_born, pv.body_mass_kg AS p_mass, pv.body_mass_on AS p_mass_on
            """;
    static final String HEAD = "JOIN patient_version pv ON pv.patient_id = p.id AND pv.version = p.head_version ";

    private static final String FIND =
            "SELECT " + COLUMNS + " FROM patient p " + HEAD + " WHERE p.clinic_id = ? AND p.id = ?";
    private static final String PAGE = "SELECT " + COLUMNS + " FROM patient p " + HEAD
            + " WHERE p.clinic_id = ? AND p.id > ? ORDER BY p.id LIMIT ?";
    private static final String SEARCH = "SELECT " + COLUMNS + " FROM patient p " + HEAD + " WHERE p.clinic_id = ? ";
    private static final String HAS_WORD = " AND pv.search_name LIKE ? ESCAPE '!' ";
    private static final String BY_NAME = " ORDER BY pv.search_name, p.id FETCH FIRST ? ROWS ONLY";
    private static final String KEY = "SELECT * FROM patient_key WHERE clinic_id = ? AND patient_id = ?";
    private static final String KEY_BY_ID = "SELECT * FROM patient_key WHERE id = ?";

    private final Transaction tx;
    private final SqlStores stores;

    SqlPatients(Transaction tx, SqlStores stores) {
        this.tx = tx;
        this.stores = stores;
    }

    @Override
    public void add(Patient patient) {
        tx.requireClinic(patient.clinic());
        tx.insert(Row.of("patient")
                .set("id", patient.id())
                .set("clinic_id", patient.clinic())
                .set("head_version", 1));
        Row content = content(patient, 1, tx.keys().newSalt());
        tx.insert(content.by(tx.act()));
        KeyVault.WrappedKey key = tx.keys().newKey(patient.id());
        tx.insert(Row.of("patient_key")
                .set("id", key.id())
                .set("patient_id", patient.id())
                .set("clinic_id", patient.clinic())
                .set("wrap", KeyVault.WRAP)
                .set("wrapped", key.wrapped())
                .set("created_at", tx.act().at()));
        tx.note("patient:" + patient.id(), Optional.empty(), Optional.of(content.audited()));
    }

    @Override
    public Patient amend(Patient patient, int versionSeen) {
        tx.requireClinic(patient.clinic());
        Patient before = known(patient.clinic(), patient.id());
        int version = Heads.PATIENT.move(
                tx, patient.clinic(), patient.id(), versionSeen, () -> known(patient.clinic(), patient.id()));
        Row content = content(patient, version, tx.keys().newSalt());
        tx.insert(content.by(tx.act()));
        // The old content is in the chain already, hashed with a salt of its own: naming its version is enough.
        String old = CanonicalJson.object(Map.of("version", before.version()));
        tx.note("patient:" + patient.id(), Optional.of(old), Optional.of(content.audited()));
        return known(patient.clinic(), patient.id());
    }

    private Patient known(Id<Clinic> clinic, Id<Patient> patient) {
        return find(clinic, patient).orElseThrow(() -> StoreFailure.notFound("patient " + patient));
    }

    @Override
    public Optional<Patient> find(Id<Clinic> clinic, Id<Patient> patient) {
        return tx.one(FIND, SqlPatients::read, clinic, patient);
    }

    @Override
    public List<Patient> page(Id<Clinic> clinic, Optional<Id<Patient>> after, int limit) {
        return tx.list(PAGE, SqlPatients::read, clinic, after.orElse(new Id<>(new UUID(0, 0))), limit);
    }

    @Override
    public List<Patient> search(Id<Clinic> clinic, String text, int limit) {
        List<Object> values = new ArrayList<>(List.of(clinic));
        StringBuilder sql = new StringBuilder(SEARCH);
        for (String word : folded(text).split("\\s+", -1)) {
            if (!word.isEmpty()) {
                sql.append(HAS_WORD);
                values.add("%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
            }
        }
        values.add(limit);
        return tx.list(sql.append(BY_NAME).toString(), SqlPatients::read, values.toArray());
    }

    @Override
    public List<WorklistLine> worklist(Id<Clinic> clinic, int limit) {
        return Worklist.read(tx, clinic, limit);
    }

    @Override
    public Optional<PatientFile> file(Id<Clinic> clinic, Id<Patient> patient) {
        return find(clinic, patient).map(found -> {
            List<Visit> visits = stores.visits().ofPatient(clinic, patient);
            List<PositionTest> tests = stores.visits().testsOfPatient(clinic, patient);
            return new PatientFile(
                    found,
                    stores.episodes().ofPatient(clinic, patient),
                    visits,
                    tests,
                    stores.results().ofPatient(clinic, patient, visits),
                    stores.results().symmetriesOfPatient(clinic, patient, visits, tests));
        });
    }

    @Override
    public Optional<JournalKey> journalKey(Id<Clinic> clinic, Id<Patient> patient) {
        return tx.one(KEY, SqlPatients::readKey, clinic, patient).map(tx.keys()::unwrap);
    }

    @Override
    public Optional<JournalKey> journalKey(Id<JournalKey> key) {
        return tx.one(KEY_BY_ID, SqlPatients::readKey, key).map(tx.keys()::unwrap);
    }

    static KeyVault.WrappedKey readKey(Found row) throws SQLException {
        return new KeyVault.WrappedKey(row.id("id"), row.id("patient_id"), row.text("wrapped"));
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static Row content(Patient patient, int version, String salt) {
        return Row.of("patient_version")
                .set("patient_id", patient.id())
                .set("version", version)
                .set("clinic_id", patient.clinic())
                .setPersonal("given_name", patient.givenName())
                .setPersonal("family_name", patient.familyName())
                .setPersonal("search_name", folded(patient.familyName() + " " + patient.givenName()))
                .setPersonal("birth_date", patient.birthDate())
                .setPersonal("body_mass_kg", patient.bodyMass().map(Mass::kilograms))
                .setPersonal("body_mass_on", patient.bodyMassOn())
                .set("salt", salt);
    }

    static Patient read(Found row) throws SQLException {
        return new Patient(
                row.id("p_id"),
                row.id("p_clinic"),
                row.number("p_version"),
                row.text("p_given"),
                row.text("p_family"),
                row.date("p_born"),
                row.optionalReal("p_mass").stream().mapToObj(Mass::new).findFirst(),
                row.optionalDate("p_mass_on"));
    }
}
