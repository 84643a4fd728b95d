package org.plinth.web.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Writes down every row of every table, to be compared and to be filled in elsewhere. */
final class RowsHeard implements Cells {

    private final List<List<Object>> rows = new ArrayList<>();

    static Map<String, List<List<Object>>> of(Snapshot snapshot) throws IOException {
        Map<String, List<List<Object>>> all = new TreeMap<>();
        for (String table : snapshot.tables()) {
            RowsHeard heard = new RowsHeard();
            long count = snapshot.rows(table, heard);
            if (count != heard.rows.size()) {
                throw new AssertionError(table + " says " + count + " rows and gives " + heard.rows.size());
            }
            all.put(table, heard.rows);
        }
        return all;
    }

    static void fill(Loading loading, String table, List<String> columns, List<List<Object>> rows) throws IOException {
        Cells cells = loading.table(table, columns);
        for (List<Object> row : rows) {
            cells.row();
            for (Object value : row) {
                fill(cells, value);
            }
        }
    }

    private static void fill(Cells cells, Object value) throws IOException {
        if (value.equals("NULL")) {
            cells.absent();
        } else if (value instanceof String text) {
            cells.text(text.substring(1));
        } else if (value instanceof Long number) {
            cells.whole(number);
        } else if (value instanceof Double number) {
            cells.real(number);
        } else if (value instanceof Boolean truth) {
            cells.truth(truth);
        } else if (value instanceof UUID id) {
            cells.id(id);
        } else if (value instanceof OffsetDateTime moment) {
            cells.moment(moment);
        } else if (value instanceof LocalDate day) {
            cells.day(day);
        } else if (value instanceof ByteBuffer bytes) {
            byte[] copied = new byte[bytes.remaining()];
            bytes.duplicate().get(copied);
            cells.bytes(copied);
        } else {
            throw new AssertionError("no way to fill " + value.getClass());
        }
    }

    private void add(Object value) {
        rows.get(rows.size() - 1).add(value);
    }

    @Override
    public void row() {
        rows.add(new ArrayList<>());
    }

    @Override
    public void absent() {
        add("NULL");
    }

    @Override
    public void text(String value) {
        add("=" + value);
    }

    @Override
    public void whole(long value) {
        add(value);
    }

    @Override
    public void real(double value) {
        add(value);
    }

    @Override
    public void truth(boolean value) {
        add(value);
    }

    @Override
    public void id(UUID value) {
        add(value);
    }

    @Override
    public void moment(OffsetDateTime value) {
        add(value.withOffsetSameInstant(java.time.ZoneOffset.UTC));
    }

    @Override
    public void day(LocalDate value) {
        add(value);
    }

    @Override
    public void bytes(byte[] value) {
        add(ByteBuffer.wrap(value.clone()));
    }
}
