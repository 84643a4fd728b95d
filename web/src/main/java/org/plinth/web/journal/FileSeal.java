package org.plinth.web.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.hash.Sha256;

/** The seal that a stored file has now. */
final class FileSeal {

    private static final int BUFFER_BYTES = 1 << 16;

    private FileSeal() {}

    /** Hash and length of a file as it is now. */
    static Recording.Seal of(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[BUFFER_BYTES];
        long bytes = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                bytes += n;
            }
        }
        return new Recording.Seal(Sha256.hex(digest), bytes);
    }
}
