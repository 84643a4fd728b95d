package org.plinth.web.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.plinth.core.position.Fixation;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.TypedReading;
import org.plinth.web.clinic.Visit;

/** Tables {@code typed_reading} and {@code typed_reading_withdrawn}: rows are added, never changed but by an erasure. */
final class SqlReadings implements ReadingStore {

    private static final String OF_VISIT =
            """
            SELECT t.*, w.reason AS withdrawn_reason FROM typed_reading t
            LEFT JOIN typed_reading_withdrawn w ON w.reading_id = t.id
            WHERE t.clinic_id = ? AND t.visit_id = ? ORDER BY t.at, t.id""";

    private static final String EXPORT = "SELECT t.*, w.reason AS withdrawn_reason, " + SqlPatients.COLUMNS
            + """
            , e.id AS e_id, ev.involvement AS e_involvement, ev.opened_on AS e_opened, v.visit_date AS v_date,
            vv.closed AS v_closed
            FROM typed_reading t LEFT JOIN typed_reading_withdrawn w ON w.reading_id = t.id
            JOIN visit v ON v.id = t.visit_id JOIN visit_version vv ON vv.visit_id = v.id AND vv.version = v.head_version
            JOIN patient p ON p.id = t.patient_id
            JOIN patient_version pv ON pv.patient_id = p.id AND pv.version = p.head_version
            JOIN episode e ON e.id = v.episode_id
            JOIN episode_version ev ON ev.episode_id = e.id AND ev.version = e.head_version
            WHERE t.clinic_id = ? ORDER BY v.started_at, t.at, t.id""";

    private final Transaction tx;
    private final SqlStores stores;

    SqlReadings(Transaction tx, SqlStores stores) {
        this.tx = tx;
        this.stores = stores;
    }

    @Override
    public void add(TypedReading reading) {
        tx.requireClinic(reading.clinic());
        Visit visit = open(reading.clinic(), reading.visit());
        if (!visit.patient().equals(reading.patient())) {
            throw StoreFailure.notFound("visit of this patient");
        }
        Row row = Row.of("typed_reading")
                .set("id", reading.id())
                .set("clinic_id", reading.clinic())
                .set("patient_id", reading.patient())
                .set("visit_id", reading.visit())
                .set("position_id", reading.positionId())
                .set("protocol_version", reading.protocolVersion())
                .set("side", reading.side())
                .set("fixation", reading.fixation())
                .set("quantity", reading.quantity())
                .set("source", reading.source())
                .setPersonal("device", reading.device())
                .set("display_unit", reading.unit())
                .set("displayed", reading.displayed())
                .set("measured", reading.value())
                .set("capped", reading.capped())
                .set("warnings", reading.warnings())
                .set("pain", reading.pain())
                .set("second_reader", reading.secondReader())
                .set("salt", tx.keys().newSalt())
                .set("at", tx.act().at())
                .set("author", tx.act().actor());
        tx.insert(row);
        tx.note("visit:" + reading.visit(), Optional.empty(), Optional.of(row.audited()));
    }

    private Visit open(Id<Clinic> clinic, Id<Visit> id) {
        Visit visit = stores.visits().find(clinic, id).orElseThrow(() -> StoreFailure.notFound("visit " + id));
        if (visit.closed()) {
            throw StoreFailure.wrongState("capture.start.VISIT_CLOSED", visit);
        }
        return visit;
    }

    @Override
    public void withdraw(Id<Clinic> clinic, Id<Visit> visit, Id<TypedReading> id) {
        tx.requireClinic(clinic);
        open(clinic, visit);
        if (tx.act().reason().isBlank()) {
            throw StoreFailure.invalid("reason", "taking a reading back needs a reason");
        }
        TypedReading reading = ofVisit(clinic, visit).stream()
                .filter(one -> one.id().equals(id) && one.stands())
                .findFirst()
                .orElseThrow(() -> StoreFailure.notFound("reading " + id));
        Row row = Row.of("typed_reading_withdrawn")
                .set("reading_id", reading.id())
                .set("clinic_id", clinic)
                .by(tx.act());
        tx.insert(row);
        tx.note("visit:" + visit, Optional.empty(), Optional.of(row.audited()));
    }

    @Override
    public List<TypedReading> ofVisit(Id<Clinic> clinic, Id<Visit> visit) {
        return tx.list(OF_VISIT, SqlReadings::read, clinic, visit);
    }

    @Override
    public List<ExportRow> export(Id<Clinic> clinic) {
        return tx.list(
                EXPORT,
                row -> new ExportRow(
                        read(row),
                        SqlPatients.read(row),
                        row.id("e_id"),
                        row.constant("e_involvement", Involvement.class),
                        row.date("e_opened"),
                        row.date("v_date"),
                        row.is("v_closed")),
                clinic);
    }

    private static TypedReading read(Found row) throws SQLException {
        return new TypedReading(
                row.id("id"),
                row.id("clinic_id"),
                row.id("patient_id"),
                row.id("visit_id"),
                row.text("position_id"),
                row.number("protocol_version"),
                row.constant("side", Side.class),
                row.optionalText("fixation").map(Fixation::valueOf),
                row.constant("quantity", TypedReading.Quantity.class),
                row.constant("source", TypedReading.Source.class),
                row.text("device"),
                row.text("display_unit"),
                row.real("displayed"),
                row.real("measured"),
                row.is("capped"),
                row.number("warnings"),
                row.optionalNumber("pain"),
                row.optionalId("second_reader"),
                row.instant("at"),
                row.id("author"),
                row.optionalText("withdrawn_reason"));
    }
}
