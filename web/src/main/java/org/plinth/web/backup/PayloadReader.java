package org.plinth.web.backup;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.plinth.web.store.Cells;

/** Reads entries and hands them on. Everything it reads was proved to be what was written, but perhaps by a newer Plinth. */
final class PayloadReader {

    private final DataInputStream in;

    /** Takes what is read. */
    interface Sink {

        /** What the backup says of itself; the first entry. */
        void manifest(String json) throws IOException;

        /** A table; every row of it goes there. */
        Cells table(String name, List<String> columns) throws IOException;

        /** A journal; closed when it was read. */
        OutputStream journal(String name) throws IOException;

        /** A small file beside the database. */
        void file(String name, byte[] content) throws IOException;

        /** The text of the master key's file. */
        void key(String text) throws IOException;
    }

    PayloadReader(InputStream in) {
        this.in = new DataInputStream(in);
    }

    /** Reads everything; gives what the backup says that it holds. */
    BackupSummary all(Sink to) throws IOException {
        try {
            for (byte kind = in.readByte(); kind != Payload.END; kind = in.readByte()) {
                switch (kind) {
                    case Payload.MANIFEST -> to.manifest(string());
                    case Payload.TABLE -> table(to);
                    case Payload.JOURNAL -> journal(to);
                    case Payload.FILE -> file(to);
                    case Payload.KEY -> to.key(string());
                    default -> throw unknown();
                }
            }
            BackupSummary summary = BackupSummary.parse(string());
            if (in.read() >= 0) {
                throw unknown();
            }
            return summary;
        } catch (EOFException e) {
            throw unknown();
        }
    }

    private static BackupFailure unknown() {
        return new BackupFailure("keep.backup.unknown-content");
    }

    private void table(Sink to) throws IOException {
        String name = string();
        int count = in.readInt();
        if (count < 1 || count > Payload.MOST_COLUMNS) {
            throw unknown();
        }
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            columns.add(string());
        }
        Cells cells = to.table(name, columns);
        while (in.readByte() == Payload.ROW) {
            cells.row();
            for (int i = 0; i < count; i++) {
                value(cells);
            }
        }
    }

    private void value(Cells to) throws IOException {
        switch (in.readByte()) {
            case Payload.ABSENT -> to.absent();
            case Payload.TEXT -> to.text(string());
            case Payload.WHOLE -> to.whole(in.readLong());
            case Payload.REAL -> to.real(Double.longBitsToDouble(in.readLong()));
            case Payload.TRUE -> to.truth(true);
            case Payload.FALSE -> to.truth(false);
            case Payload.ID -> to.id(new UUID(in.readLong(), in.readLong()));
            case Payload.MOMENT -> to.moment(moment());
            case Payload.DAY -> to.day(LocalDate.ofEpochDay(in.readLong()));
            case Payload.BYTES -> to.bytes(bytes());
            default -> throw unknown();
        }
    }

    private OffsetDateTime moment() throws IOException {
        Instant instant = Instant.ofEpochSecond(in.readLong(), in.readInt());
        return instant.atOffset(ZoneOffset.ofTotalSeconds(in.readInt()));
    }

    private void journal(Sink to) throws IOException {
        String name = string();
        if (!Payload.JOURNAL_NAME.matcher(name).matches()) {
            throw unknown();
        }
        try (OutputStream file = to.journal(name)) {
            byte[] block = new byte[Payload.BLOCK_BYTES];
            for (int n = in.readInt(); n != 0; n = in.readInt()) {
                if (n < 0 || n > block.length) {
                    throw unknown();
                }
                in.readFully(block, 0, n);
                file.write(block, 0, n);
            }
        }
    }

    private void file(Sink to) throws IOException {
        String name = string();
        if (!Payload.FILE_NAME.matcher(name).matches()) {
            throw unknown();
        }
        to.file(name, bytes());
    }

    private String string() throws IOException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    private byte[] bytes() throws IOException {
        int length = in.readInt();
        if (length < 0 || length > Payload.MOST_TEXT_BYTES) {
            throw unknown();
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }
}
