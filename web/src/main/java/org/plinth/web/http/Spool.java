package org.plinth.web.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A body that is made before it is sent: up to {@link #MOST_IN_MEMORY} bytes in memory, beyond that in a file. So a slow
 * receiver holds neither the worker thread that makes it nor the database's transaction that it is made from, and a
 * failure in the middle can still be told. One thread.
 */
final class Spool extends OutputStream {

    static final int MOST_IN_MEMORY = 256 << 10;

    private final Path folder;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private Optional<Path> file = Optional.empty();
    private OutputStream out = memory;

    private Spool(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes it.
     *
     * @param folder for the file, ours alone
     * @throws IOException if it cannot be made; then no file is left
     */
    static Spool of(Path folder, Reply.Writer writer) throws IOException {
        Spool spool = new Spool(folder);
        boolean made = false;
        try (spool) {
            writer.writeTo(spool);
            made = true;
        } finally {
            if (!made) {
                spool.forget();
            }
        }
        return spool;
    }

    /** Where it lies, if it was too large for memory. Whoever takes it deletes it. */
    Optional<Path> file() {
        return file;
    }

    /** All of it, if it was not. */
    byte[] bytes() {
        return memory.toByteArray();
    }

    @Override
    public void write(int b) throws IOException {
        makeRoom(1);
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        makeRoom(length);
        out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void makeRoom(int more) throws IOException {
        if (file.isEmpty() && memory.size() + more > MOST_IN_MEMORY) {
            Path made = Files.createTempFile(folder, "reply-", ".tmp");
            file = Optional.of(made);
            out = Files.newOutputStream(made);
            memory.writeTo(out);
            memory.reset();
        }
    }

    private void forget() throws IOException {
        if (file.isPresent()) {
            Files.deleteIfExists(file.get());
        }
    }
}
