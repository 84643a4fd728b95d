package org.plinth.web.store;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Consent;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;

/** Table {@code consent}: rows are added, never changed but by an erasure. */
final class SqlConsents implements ConsentStore {

    private static final String OF_PATIENT =
            "SELECT * FROM consent WHERE clinic_id = ? AND patient_id = ? ORDER BY number";
    private static final String WHO_SAID =
            """
            SELECT c.patient_id FROM consent c WHERE c.clinic_id = ? AND c.kind = ? AND c.given = ?
            AND NOT EXISTS (SELECT 1 FROM consent n WHERE n.patient_id = c.patient_id AND n.kind = c.kind
                AND n.number > c.number)""";
    private static final String WITH_RESULTS =
            """
            SELECT DISTINCT s.patient_id FROM result s
            JOIN result_version sv ON sv.result_id = s.id AND sv.version = s.head_version
            JOIN patient p ON p.id = s.patient_id
            JOIN patient_version pv ON pv.patient_id = p.id AND pv.version = p.head_version
            WHERE s.clinic_id = ? AND sv.withdrawn = FALSE
            UNION
            SELECT t.patient_id FROM typed_reading t
            JOIN patient p ON p.id = t.patient_id
            JOIN patient_version pv ON pv.patient_id = p.id AND pv.version = p.head_version
            WHERE t.clinic_id = ?""";

    private final Transaction tx;
    private final SqlStores stores;

    SqlConsents(Transaction tx, SqlStores stores) {
        this.tx = tx;
        this.stores = stores;
    }

    @Override
    public Consent add(Consent consent, int numberSeen) {
        tx.requireClinic(consent.clinic());
        if (stores.patients().find(consent.clinic(), consent.patient()).isEmpty()) {
            throw StoreFailure.notFound("patient " + consent.patient());
        }
        List<Consent> before = ofPatient(consent.clinic(), consent.patient());
        int last = before.isEmpty() ? 0 : before.get(before.size() - 1).number();
        if (last != numberSeen) {
            throw StoreFailure.oldVersion("another consent was written down", before.get(before.size() - 1));
        }
        Row row = Row.of("consent")
                .set("id", consent.id())
                .set("clinic_id", consent.clinic())
                .set("patient_id", consent.patient())
                .set("number", last + 1)
                .set("kind", consent.kind())
                .set("given", consent.given())
                .set("said_on", consent.on())
                .set("said_by", consent.by())
                .setPersonal("guardian", consent.guardian())
                .set("text_version", consent.textVersion())
                .set("salt", tx.keys().newSalt())
                .by(tx.act());
        tx.insert(row);
        tx.note("patient:" + consent.patient(), Optional.empty(), Optional.of(row.audited()));
        return ofPatient(consent.clinic(), consent.patient()).get(before.size());
    }

    @Override
    public List<Consent> ofPatient(Id<Clinic> clinic, Id<Patient> patient) {
        return tx.list(OF_PATIENT, SqlConsents::read, clinic, patient);
    }

    @Override
    public Set<Id<Patient>> whoSaid(Id<Clinic> clinic, Consent.Kind kind, boolean given) {
        return new LinkedHashSet<>(tx.list(WHO_SAID, row -> row.<Patient>id("patient_id"), clinic, kind, given));
    }

    @Override
    public Set<Id<Patient>> withResults(Id<Clinic> clinic) {
        return new LinkedHashSet<>(tx.list(WITH_RESULTS, row -> row.<Patient>id("patient_id"), clinic, clinic));
    }

    private static Consent read(Found row) throws SQLException {
        return new Consent(
                row.id("id"),
                row.id("clinic_id"),
                row.id("patient_id"),
                row.number("number"),
                row.constant("kind", Consent.Kind.class),
                row.is("given"),
                row.date("said_on"),
                row.constant("said_by", Consent.By.class),
                row.optionalText("guardian"),
                row.text("text_version"),
                row.id("author"));
    }
}
