package org.plinth.web.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Emergency;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PatientAccess;
import org.plinth.web.clinic.PatientShare;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Subject;

/** Tables {@code patient_access_version} and {@code patient_access_member}; shares and emergencies are in classes of their own. */
final class SqlAccess implements AccessStore {

    /** Newest version of what was said about a patient. */
    static final String NEWEST =
            """
            a.version = (SELECT MAX(newer.version) FROM patient_access_version newer WHERE newer.patient_id = a.patient_id)
            """;

    private static final String OF = "SELECT a.version, a.restricted FROM patient_access_version a "
            + "WHERE a.clinic_id = ? AND a.patient_id = ? AND " + NEWEST;
    private static final String TEAM =
            "SELECT account_id FROM patient_access_member WHERE clinic_id = ? AND patient_id = ? AND version = ?";
    private static final String RESTRICTED = "SELECT a.patient_id FROM patient_access_version a "
            + "WHERE a.clinic_id = ? AND a.restricted = TRUE AND " + NEWEST;
    private static final String HIDDEN = RESTRICTED
            + """
            AND NOT EXISTS (SELECT 1 FROM patient_access_member m
                WHERE m.patient_id = a.patient_id AND m.version = a.version AND m.account_id = ?)
            AND NOT EXISTS (SELECT 1 FROM emergency e WHERE e.patient_id = a.patient_id AND e.account_id = ?
                AND e.ends_at > ? AND NOT EXISTS (SELECT 1 FROM emergency_ended x WHERE x.emergency_id = e.id))
            """;

    private final Transaction tx;
    private final SqlStores stores;
    private final SqlShares shares;
    private final SqlEmergencies emergencies;

    SqlAccess(Transaction tx, SqlStores stores) {
        this.tx = tx;
        this.stores = stores;
        this.shares = new SqlShares(tx);
        this.emergencies = new SqlEmergencies(tx);
    }

    @Override
    public Optional<Holding> holding(Subject kind, Id<Subject> thing, Account viewer, Instant now) {
        return Holdings.find(tx, kind, thing, viewer, now);
    }

    @Override
    public PatientAccess of(Id<Clinic> clinic, Id<Patient> patient) {
        record Said(int version, boolean restricted) {}
        return tx.one(OF, row -> new Said(row.number("version"), row.is("restricted")), clinic, patient)
                .map(said -> new PatientAccess(
                        patient, clinic, said.version(), said.restricted(), team(clinic, patient, said.version())))
                .orElseGet(() -> PatientAccess.open(clinic, patient));
    }

    private Set<Id<Account>> team(Id<Clinic> clinic, Id<Patient> patient, int version) {
        List<Id<Account>> ids = tx.list(TEAM, row -> row.id("account_id"), clinic, patient, version);
        return new LinkedHashSet<>(ids);
    }

    @Override
    public PatientAccess change(PatientAccess access) {
        tx.requireClinic(access.clinic());
        if (stores.patients().find(access.clinic(), access.patient()).isEmpty()) {
            throw StoreFailure.notFound("patient " + access.patient());
        }
        PatientAccess before = of(access.clinic(), access.patient());
        if (before.version() != access.version()) {
            throw StoreFailure.oldVersion("access to patient " + access.patient(), before);
        }
        PatientAccess next = new PatientAccess(
                access.patient(), access.clinic(), access.version() + 1, access.restricted(), access.team());
        insert(next, before);
        tx.insertAll(next.team().stream()
                .sorted()
                .map(account -> member(next, account))
                .toList());
        tx.note(
                "patient:" + next.patient(),
                before.version() == 0 ? Optional.empty() : Optional.of(audited(before)),
                Optional.of(audited(next)));
        return next;
    }

    private void insert(PatientAccess next, PatientAccess before) {
        try {
            tx.insert(Row.of("patient_access_version")
                    .set("patient_id", next.patient())
                    .set("version", next.version())
                    .set("clinic_id", next.clinic())
                    .set("restricted", next.restricted())
                    .by(tx.act()));
        } catch (StoreFailure failure) {
            // Two at once: the second finds the number taken.
            throw failure.reason() == StoreFailure.Reason.DUPLICATE
                    ? StoreFailure.oldVersion("access to patient " + next.patient(), before)
                    : failure;
        }
    }

    private static Row member(PatientAccess access, Id<Account> account) {
        return Row.of("patient_access_member")
                .set("patient_id", access.patient())
                .set("version", access.version())
                .set("account_id", account)
                .set("clinic_id", access.clinic());
    }

    private static String audited(PatientAccess access) {
        return CanonicalJson.object(Map.of(
                "access_version", access.version(),
                "restricted", access.restricted(),
                "team", access.team().stream().sorted().map(Id::toString).collect(Collectors.joining(","))));
    }

    @Override
    public Set<Id<Patient>> hidden(Id<Clinic> clinic, Id<Account> viewer, Instant now) {
        List<Id<Patient>> ids = tx.list(HIDDEN, SqlAccess::patient, clinic, viewer, viewer, now);
        return Set.copyOf(ids);
    }

    @Override
    public List<PatientAccess> restricted(Id<Clinic> clinic) {
        List<Id<Patient>> ids = tx.list(RESTRICTED, SqlAccess::patient, clinic);
        return ids.stream().sorted().map(patient -> of(clinic, patient)).toList();
    }

    private static Id<Patient> patient(Found row) throws SQLException {
        return row.id("patient_id");
    }

    @Override
    public void share(PatientShare share) {
        shares.add(share);
    }

    @Override
    public void endShare(Id<Clinic> clinic, Id<PatientShare> share) {
        shares.end(clinic, share);
    }

    @Override
    public Optional<PatientShare> findShare(Id<Clinic> clinic, Id<PatientShare> share) {
        return shares.find(clinic, share);
    }

    @Override
    public List<PatientShare> sharesOf(Id<Clinic> clinic, Id<Patient> patient) {
        return shares.ofPatient(clinic, patient);
    }

    @Override
    public List<SharedPatient> sharedWith(Account guest, Instant now) {
        return shares.with(guest, now);
    }

    @Override
    public void open(Emergency emergency) {
        Set<Id<Account>> told =
                new LinkedHashSet<>(of(emergency.clinic(), emergency.patient()).team());
        stores.accounts().all(emergency.clinic()).stream()
                .filter(account -> account.role() == Role.OWNER)
                .forEach(owner -> told.add(owner.id()));
        emergencies.open(emergency, told);
    }

    @Override
    public int endEmergencies(Id<Clinic> clinic, Id<Patient> patient, Id<Account> account, Instant now) {
        return emergencies.end(clinic, patient, account, now);
    }

    @Override
    public List<Alert> unread(Id<Clinic> clinic, Id<Account> told) {
        return emergencies.unread(clinic, told);
    }

    @Override
    public void markRead(Id<Clinic> clinic, Id<Emergency> emergency, Id<Account> told) {
        emergencies.markRead(clinic, emergency, told);
    }

    @Override
    public void noteRead(Id<Patient> patient, Id<Clinic> readersClinic, String route) {
        tx.act();
        String after = CanonicalJson.object(Map.of("reader_clinic", readersClinic, "route", route));
        tx.note("patient:" + patient, Optional.empty(), Optional.of(after));
    }
}
