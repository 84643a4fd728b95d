package org.plinth.web.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.SetUpPhoto;
import org.plinth.web.hash.Sha256;
import org.plinth.web.store.StoreFailure.Reason;

/** Tables {@code set_up_photo}, whose rows are added, and {@code set_up_photo_image}, whose rows go with a removal. */
final class SqlPhotos implements PhotoStore {

    private static final String STANDS = " AND p.removed = FALSE AND NOT EXISTS (SELECT 1 FROM set_up_photo n"
            + " WHERE n.test_id = p.test_id AND n.side = p.side AND n.number > p.number)";
    private static final String OF_PATIENT = "SELECT p.* FROM set_up_photo p WHERE p.clinic_id = ? AND p.patient_id = ?"
            + STANDS + " ORDER BY p.at, p.test_id, p.side";
    private static final String KEPT =
            """
            SELECT p.* FROM set_up_photo p
            JOIN set_up_photo_image i ON i.test_id = p.test_id AND i.side = p.side AND i.number = p.number
            WHERE p.clinic_id = ? AND p.patient_id = ? ORDER BY p.at, p.test_id, p.side, p.number""";
    private static final String FIND =
            "SELECT p.* FROM set_up_photo p WHERE p.clinic_id = ? AND p.test_id = ? AND p.side = ?" + STANDS;
    private static final String LAST =
            """
            SELECT number FROM set_up_photo WHERE clinic_id = ? AND test_id = ? AND side = ?
            ORDER BY number DESC FETCH FIRST 1 ROWS ONLY""";
    private static final String PICTURE =
            """
            SELECT i.sealed_image, k.id, k.patient_id, k.wrapped FROM set_up_photo_image i
            JOIN patient_key k ON k.id = i.key_id
            WHERE i.clinic_id = ? AND i.test_id = ? AND i.side = ? AND i.number = ?""";
    private static final String KEY = "SELECT id, patient_id, wrapped FROM patient_key WHERE patient_id = ?";
    private static final String GONE =
            "DELETE FROM set_up_photo_image WHERE clinic_id = ? AND test_id = ? AND side = ?";

    private final Transaction tx;
    private final SqlStores stores;

    SqlPhotos(Transaction tx, SqlStores stores) {
        this.tx = tx;
        this.stores = stores;
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Sealed(KeyVault.WrappedKey key, byte[] image) {}

    @Override
    public SetUpPhoto add(SetUpPhoto photo, byte[] jpeg, int numberSeen) {
        tx.requireClinic(photo.clinic());
        PositionTest test = stores.visits()
                .findTest(photo.clinic(), photo.test())
                .orElseThrow(() -> StoreFailure.notFound("test " + photo.test()));
        if (!test.patient().equals(photo.patient())) {
            throw StoreFailure.wrongState("the test is another patient's", test);
        }
        Optional<SetUpPhoto> stands = checked(photo.clinic(), photo.test(), photo.side(), numberSeen);
        if (stands.isPresent()) {
            requireReason();
        }
        KeyVault.WrappedKey key = tx.one(KEY, SqlPatients::readKey, photo.patient())
                .orElseThrow(() -> StoreFailure.notFound("patient " + photo.patient()));
        int number = next(photo.clinic(), photo.test(), photo.side());
        byte[] sealed = tx.keys().photos(key).sealBytes(jpeg, whose(photo.test(), photo.side(), number));
        Row row = row(photo.clinic(), photo.test(), photo.side(), number)
                .set("patient_id", photo.patient())
                .set("removed", false)
                .set("width_px", photo.width())
                .set("height_px", photo.height())
                .set("image_sha256", Sha256.hex(sealed))
                .by(tx.act());
        tx.insert(row);
        tx.insert(Row.of("set_up_photo_image")
                .set("test_id", photo.test())
                .set("side", photo.side())
                .set("number", number)
                .set("clinic_id", photo.clinic())
                .set("patient_id", photo.patient())
                .set("key_id", key.id())
                .set("sealed_image", sealed));
        tx.note("test:" + photo.test(), Optional.empty(), Optional.of(row.audited()));
        return find(photo.clinic(), photo.test(), photo.side()).orElseThrow();
    }

    @Override
    public void remove(Id<Clinic> clinic, Id<PositionTest> test, Side side, int numberSeen) {
        tx.requireClinic(clinic);
        SetUpPhoto stands =
                checked(clinic, test, side, numberSeen).orElseThrow(() -> StoreFailure.notFound("photo of " + test));
        requireReason();
        Row row = row(clinic, test, side, next(clinic, test, side))
                .set("patient_id", stands.patient())
                .set("removed", true)
                .by(tx.act());
        tx.insert(row);
        tx.update(GONE, clinic, test, side);
        tx.note("test:" + test, Optional.empty(), Optional.of(row.audited()));
    }

    private static Row row(Id<Clinic> clinic, Id<PositionTest> test, Side side, int number) {
        return Row.of("set_up_photo")
                .set("test_id", test)
                .set("side", side)
                .set("number", number)
                .set("clinic_id", clinic);
    }

    private Optional<SetUpPhoto> checked(Id<Clinic> clinic, Id<PositionTest> test, Side side, int numberSeen) {
        Optional<SetUpPhoto> stands = find(clinic, test, side);
        if (stands.map(SetUpPhoto::number).orElse(0) != numberSeen) {
            throw stands.map(current -> StoreFailure.oldVersion("another was taken or removed", current))
                    .orElseGet(() ->
                            new StoreFailure(Reason.OLD_VERSION, "none stands", Optional.empty(), Optional.empty()));
        }
        return stands;
    }

    private void requireReason() {
        if (tx.act().reason().isBlank()) {
            throw StoreFailure.invalid("reason", "replacing or removing a photo needs a reason");
        }
    }

    @Override
    public List<SetUpPhoto> ofPatient(Id<Clinic> clinic, Id<Patient> patient) {
        return tx.list(OF_PATIENT, SqlPhotos::read, clinic, patient);
    }

    @Override
    public List<SetUpPhoto> kept(Id<Clinic> clinic, Id<Patient> patient) {
        return tx.list(KEPT, SqlPhotos::read, clinic, patient);
    }

    @Override
    public Optional<SetUpPhoto> find(Id<Clinic> clinic, Id<PositionTest> test, Side side) {
        return tx.one(FIND, SqlPhotos::read, clinic, test, side);
    }

    private int next(Id<Clinic> clinic, Id<PositionTest> test, Side side) {
        return 1 + tx.one(LAST, row -> row.number("number"), clinic, test, side).orElse(0);
    }

    @Override
    public Optional<byte[]> picture(SetUpPhoto photo) {
        return tx.one(
                        PICTURE,
                        row -> new Sealed(SqlPatients.readKey(row), row.bytes("sealed_image")),
                        photo.clinic(),
                        photo.test(),
                        photo.side(),
                        photo.number())
                .flatMap(found -> tx.keys()
                        .photos(found.key())
                        .openBytes(found.image(), whose(photo.test(), photo.side(), photo.number())));
    }

    /** What a sealed picture is bound to: it cannot be moved to another leg, test or time. */
    private static String whose(Id<PositionTest> test, Side side, int number) {
        return test + " " + side.name() + " " + number;
    }

    private static SetUpPhoto read(Found row) throws SQLException {
        return new SetUpPhoto(
                row.id("clinic_id"),
                row.id("patient_id"),
                row.id("test_id"),
                row.constant("side", Side.class),
                row.number("number"),
                row.number("width_px"),
                row.number("height_px"),
                row.instant("at"),
                row.id("author"));
    }
}
