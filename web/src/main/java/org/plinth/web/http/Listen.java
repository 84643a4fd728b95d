package org.plinth.web.http;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the server listens.
 *
 * @param bind address
 * @param port 0 for any free one
 * @param tls certificate and key, where it speaks TLS itself
 * @param behindProxy whether a proxy in front speaks TLS and says where a request came from
 */
public record Listen(String bind, int port, Optional<Tls> tls, boolean behindProxy) {

    /**
     * A certificate with its key.
     *
     * @param certificate PEM, with its chain
     * @param key PEM
     */
    public record Tls(Path certificate, Path key) {}

    /** Whether browsers see {@code https}. */
    public boolean isSecure() {
        return tls.isPresent() || behindProxy;
    }

    /** Whether only this machine can reach it. */
    public boolean isLoopback() {
        return bind.equals("localhost") || bind.startsWith("127.") || bind.equals("::1") || bind.equals("[::1]");
    }
}
