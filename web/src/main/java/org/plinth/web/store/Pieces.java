package org.plinth.web.store;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;

/** Bytes in rows of at most half a megabyte: H2 takes no more than one in a column. */
enum Pieces {
    FILE(
            "import_file",
            "batch_id",
            "SELECT content FROM import_file WHERE clinic_id = ? AND batch_id = ? ORDER BY number",
            "DELETE FROM import_file WHERE clinic_id = ? AND batch_id = ?"),
    CURVE(
            "import_curve",
            "item_id",
            "SELECT content FROM import_curve WHERE clinic_id = ? AND item_id = ? ORDER BY number",
            "DELETE FROM import_curve WHERE clinic_id = ? AND item_id = ?");

    private static final int MOST = 512 << 10;

    private final String table;
    private final String of;
    private final String find;
    private final String delete;

    Pieces(String table, String of, String find, String delete) {
        this.table = table;
        this.of = of;
        this.find = find;
        this.delete = delete;
    }

    void add(Transaction tx, Id<Clinic> clinic, Id<?> whose, byte[] bytes) {
        List<Row> rows = new ArrayList<>();
        for (int from = 0; from < bytes.length || rows.isEmpty(); from += MOST) {
            byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + MOST));
            rows.add(Row.of(table)
                    .set(of, whose)
                    .set("number", rows.size() + 1)
                    .set("clinic_id", clinic)
                    .set("content", piece));
        }
        tx.insertAll(rows);
    }

    Optional<byte[]> find(Transaction tx, Id<Clinic> clinic, Id<?> whose) {
        List<byte[]> pieces = tx.list(find, row -> row.bytes("content"), clinic, whose);
        if (pieces.isEmpty()) {
            return Optional.empty();
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        pieces.forEach(all::writeBytes);
        return Optional.of(all.toByteArray());
    }

    void delete(Transaction tx, Id<Clinic> clinic, Id<?> whose) {
        tx.update(delete, clinic, whose);
    }
}
