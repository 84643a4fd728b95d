package org.plinth.web.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import javax.crypto.Cipher;

/**
 * A file that is kept for a while so that it can be fetched in parts, sealed like {@link Spool}'s: its key is nowhere but in
 * memory, so it is gone with the process whatever stays on the disk. Any thread once it is made.
 */
public final class SealedFile {

    private static final int LOOK_EVERY = 1 << 20;
    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final SpoolKey key;
    private final long size;

    private SealedFile(Path path, SpoolKey key, long size) {
        this.path = path;
        this.key = key;
        this.size = size;
    }

    /** The disk has no room left but what recordings need. */
    public static final class NoRoom extends IOException {

        private static final long serialVersionUID = 1;

        NoRoom() {
            super("too little room on the disk");
        }
    }

    /**
     * Makes one.
     *
     * @param folder ours alone
     * @param freeBytes how much room is left there
     * @throws NoRoom if that becomes too little
     * @throws IOException if it cannot be made; then no file is left
     */
    public static SealedFile make(Path folder, LongSupplier freeBytes, Reply.Writer writer) throws IOException {
        Path path = Files.createTempFile(folder, "kept-", ".tmp");
        SpoolKey key = new SpoolKey();
        boolean whole = false;
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(path), BUFFER);
                Counting out = new Counting(key.sealing(file), freeBytes)) {
            writer.writeTo(out);
            out.flush();
            whole = true;
            return new SealedFile(path, key, out.size);
        } finally {
            if (!whole) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** Bytes of what was written. */
    public long size() {
        return size;
    }

    /** Deletes it. Who reads it at this moment may find its end too early, and is cut off. */
    public void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    Path path() {
        return path;
    }

    /** Opens what follows this byte. */
    Cipher openingAt(long offset) {
        return key.openingAt(offset);
    }

    private static final class Counting extends OutputStream {

        private final OutputStream out;
        private final LongSupplier freeBytes;
        private long size;
        private int sinceLook = LOOK_EVERY;

        Counting(OutputStream out, LongSupplier freeBytes) {
            this.out = out;
            this.freeBytes = freeBytes;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            sinceLook += length;
            if (sinceLook > LOOK_EVERY) {
                sinceLook = 0;
                if (freeBytes.getAsLong() < Spool.LEAST_FREE) {
                    throw new NoRoom();
                }
            }
            out.write(bytes, offset, length);
            size += length;
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
