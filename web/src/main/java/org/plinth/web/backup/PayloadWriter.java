package org.plinth.web.backup;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.plinth.web.store.Cells;

/** Writes entries one after the other. */
final class PayloadWriter implements Cells {

    private final DataOutputStream out;

    PayloadWriter(OutputStream out) {
        this.out = new DataOutputStream(out);
    }

    void manifest(String json) throws IOException {
        out.writeByte(Payload.MANIFEST);
        string(json);
    }

    void table(String name, List<String> columns) throws IOException {
        out.writeByte(Payload.TABLE);
        string(name);
        out.writeInt(columns.size());
        for (String column : columns) {
            string(column);
        }
    }

    void endTable() throws IOException {
        out.writeByte(Payload.NO_MORE);
    }

    /** Copies a file until it ends; its length need not be known, for it may still grow. */
    void journal(String name, InputStream from) throws IOException {
        out.writeByte(Payload.JOURNAL);
        string(name);
        byte[] block = new byte[Payload.BLOCK_BYTES];
        for (int n = from.readNBytes(block, 0, block.length); n > 0; n = from.readNBytes(block, 0, block.length)) {
            out.writeInt(n);
            out.write(block, 0, n);
        }
        out.writeInt(0);
    }

    /** A small file. */
    void file(String name, byte[] content) throws IOException {
        out.writeByte(Payload.FILE);
        string(name);
        out.writeInt(content.length);
        out.write(content);
    }

    void key(String text) throws IOException {
        out.writeByte(Payload.KEY);
        string(text);
    }

    void end(String summary) throws IOException {
        out.writeByte(Payload.END);
        string(summary);
        out.flush();
    }

    private void string(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    @Override
    public void row() throws IOException {
        out.writeByte(Payload.ROW);
    }

    @Override
    public void absent() throws IOException {
        out.writeByte(Payload.ABSENT);
    }

    @Override
    public void text(String value) throws IOException {
        out.writeByte(Payload.TEXT);
        string(value);
    }

    @Override
    public void whole(long value) throws IOException {
        out.writeByte(Payload.WHOLE);
        out.writeLong(value);
    }

    @Override
    public void real(double value) throws IOException {
        out.writeByte(Payload.REAL);
        out.writeLong(Double.doubleToRawLongBits(value));
    }

    @Override
    public void truth(boolean value) throws IOException {
        out.writeByte(value ? Payload.TRUE : Payload.FALSE);
    }

    @Override
    public void id(UUID value) throws IOException {
        out.writeByte(Payload.ID);
        out.writeLong(value.getMostSignificantBits());
        out.writeLong(value.getLeastSignificantBits());
    }

    @Override
    public void moment(OffsetDateTime value) throws IOException {
        out.writeByte(Payload.MOMENT);
        out.writeLong(value.toEpochSecond());
        out.writeInt(value.getNano());
        out.writeInt(value.getOffset().getTotalSeconds());
    }

    @Override
    public void day(LocalDate value) throws IOException {
        out.writeByte(Payload.DAY);
        out.writeLong(value.toEpochDay());
    }

    @Override
    public void bytes(byte[] value) throws IOException {
        out.writeByte(Payload.BYTES);
        out.writeInt(value.length);
        out.write(value);
    }
}
