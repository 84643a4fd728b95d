package org.plinth.web;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.plinth.web.cert.Pair;
import org.plinth.web.config.StartRefused;
import org.plinth.web.http.Listen;

/** What is looked at before a server speaks TLS: it would start with a key that is not its certificate's, and serve nobody. */
final class TlsPair {

    private static final String UNUSABLE = "http.start.tls";

    private TlsPair() {}

    static Listen.Tls checked(Path certificate, Path key) {
        try {
            if (Pair.read(certificate, key).belongsTogether()) {
                return new Listen.Tls(certificate, key);
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new StartRefused(UNUSABLE);
        }
        throw new StartRefused(UNUSABLE);
    }
}
