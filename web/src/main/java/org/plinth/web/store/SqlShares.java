package org.plinth.web.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PatientShare;
import org.plinth.web.store.AccessStore.SharedPatient;

/** Tables {@code patient_share} and {@code patient_share_ended}. */
final class SqlShares {

    private static final String COLUMNS =
            """
            s.id AS s_id, s.clinic_id AS s_clinic, s.patient_id AS s_patient, s.guest_clinic_id AS s_guest,
            s.guest_account_id AS s_person, s.consent_on AS s_consent_on, s.consent_by AS s_consent_by,
            s.ends_at AS s_ends, s.at AS s_at, s.author AS s_author, s.reason AS s_reason, x.at AS s_ended
            """;
    private static final String FROM = " FROM patient_share s LEFT JOIN patient_share_ended x ON x.share_id = s.id ";
    private static final String FIND = "SELECT " + COLUMNS + FROM + "WHERE s.clinic_id = ? AND s.id = ?";
    private static final String OF_PATIENT =
            "SELECT " + COLUMNS + FROM + "WHERE s.clinic_id = ? AND s.patient_id = ? ORDER BY s.at DESC, s.id";
    private static final String WITH = "SELECT " + COLUMNS + ", " + SqlPatients.COLUMNS + FROM
            + "JOIN patient p ON p.id = s.patient_id " + SqlPatients.HEAD
            + """
            WHERE s.guest_clinic_id = ? AND s.ends_at > ? AND x.share_id IS NULL
                AND (s.guest_account_id IS NULL OR s.guest_account_id = ?)
            ORDER BY pv.search_name, s.at DESC, s.id""";

    private final Transaction tx;

    SqlShares(Transaction tx) {
        this.tx = tx;
    }

    void add(PatientShare share) {
        tx.requireClinic(share.clinic());
        tx.insert(Row.of("patient_share")
                .set("id", share.id())
                .set("clinic_id", share.clinic())
                .set("patient_id", share.patient())
                .set("guest_clinic_id", share.guest())
                .set("guest_account_id", share.person())
                .set("consent_on", share.consentOn())
                .set("consent_by", share.consentBy())
                .set("ends_at", share.endsAt())
                .by(tx.act()));
        tx.note("patient:" + share.patient(), Optional.empty(), Optional.of(audited(share)));
    }

    /** Without the name of who took the consent: it stands in the row alone. */
    private static String audited(PatientShare share) {
        return CanonicalJson.object(Map.of(
                "share", share.id(),
                "guest_clinic_id", share.guest(),
                "guest_account_id", share.person().map(Id::toString),
                "consent_on", share.consentOn(),
                "ends_at", share.endsAt()));
    }

    void end(Id<Clinic> clinic, Id<PatientShare> id) {
        tx.requireClinic(clinic);
        PatientShare share = find(clinic, id).orElseThrow(() -> StoreFailure.notFound("share " + id));
        if (share.endedAt().isPresent()) {
            return;
        }
        tx.insert(Row.of("patient_share_ended")
                .set("share_id", id)
                .set("clinic_id", clinic)
                .by(tx.act()));
        tx.note("patient:" + share.patient(), Optional.of(audited(share)), Optional.of("{}"));
    }

    Optional<PatientShare> find(Id<Clinic> clinic, Id<PatientShare> share) {
        return tx.one(FIND, SqlShares::read, clinic, share);
    }

    List<PatientShare> ofPatient(Id<Clinic> clinic, Id<Patient> patient) {
        return tx.list(OF_PATIENT, SqlShares::read, clinic, patient);
    }

    List<SharedPatient> with(Account guest, Instant now) {
        record Shared(PatientShare share, Patient patient) {}
        List<Shared> found =
                tx.list(WITH, row -> new Shared(read(row), SqlPatients.read(row)), guest.clinic(), now, guest.id());
        SqlClinics clinics = new SqlClinics(tx);
        Map<Id<Clinic>, Clinic> hosts = found.stream()
                .map(one -> one.share().clinic())
                .distinct()
                .flatMap(id -> clinics.find(id).stream())
                .collect(Collectors.toMap(Clinic::id, clinic -> clinic));
        return found.stream()
                .flatMap(one -> Optional.ofNullable(hosts.get(one.share().clinic()))
                        .map(host -> new SharedPatient(one.share(), one.patient(), host))
                        .stream())
                .toList();
    }

    private static PatientShare read(Found row) throws SQLException {
        return new PatientShare(
                row.id("s_id"),
                row.id("s_clinic"),
                row.id("s_patient"),
                row.id("s_guest"),
                row.optionalId("s_person"),
                row.date("s_consent_on"),
                row.text("s_consent_by"),
                row.instant("s_ends"),
                row.instant("s_at"),
                row.id("s_author"),
                row.text("s_reason"),
                row.optionalInstant("s_ended"));
    }
}
