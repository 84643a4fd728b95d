package org.plinth.web.store;

import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;

/** Table {@code clinic}: settings, changed in place; what stood there before is in the audit chain. */
final class SqlClinics implements ClinicStore {

    private static final String FIND = "SELECT * FROM clinic WHERE id = ?";
    private static final String ALL = "SELECT * FROM clinic ORDER BY name, id";
    private static final String CHANGE =
            "UPDATE clinic SET name = ?, zone = ?, display_unit = ?, threshold_pct = ?, phone = ? WHERE id = ?";

    private final Transaction tx;

    SqlClinics(Transaction tx) {
        this.tx = tx;
    }

    @Override
    public void add(Clinic clinic) {
        tx.requireClinic(clinic.id());
        Row row = row(clinic);
        tx.insert(row);
        tx.note("clinic:" + clinic.id(), Optional.empty(), Optional.of(row.audited()));
    }

    @Override
    public void change(Clinic clinic) {
        tx.requireClinic(clinic.id());
        Clinic before = find(clinic.id()).orElseThrow(() -> StoreFailure.notFound("clinic " + clinic.id()));
        tx.update(
                CHANGE,
                clinic.name(),
                clinic.zone().getId(),
                clinic.displayUnit(),
                clinic.thresholdPercent(),
                clinic.phone(),
                clinic.id());
        tx.note(
                "clinic:" + clinic.id(),
                Optional.of(row(before).audited()),
                Optional.of(row(clinic).audited()));
    }

    @Override
    public Optional<Clinic> find(Id<Clinic> id) {
        return tx.one(FIND, SqlClinics::read, id);
    }

    @Override
    public List<Clinic> all() {
        return tx.list(ALL, SqlClinics::read);
    }

    private static Row row(Clinic clinic) {
        Row row = Row.of("clinic")
                .set("id", clinic.id())
                .set("name", clinic.name())
                .set("zone", clinic.zone().getId())
                .set("display_unit", clinic.displayUnit())
                .set("threshold_pct", clinic.thresholdPercent())
                .set("sample", clinic.sample());
        return clinic.phone().map(number -> row.set("phone", number)).orElse(row);
    }

    private static Clinic read(Found row) throws SQLException {
        return new Clinic(
                row.id("id"),
                row.text("name"),
                ZoneId.of(row.text("zone")),
                row.constant("display_unit", ForceUnit.class),
                row.real("threshold_pct"),
                row.is("sample"),
                row.optionalText("phone"));
    }
}
