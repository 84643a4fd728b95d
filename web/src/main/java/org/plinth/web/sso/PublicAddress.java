package org.plinth.web.sso;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.plinth.web.http.Listen;
import org.plinth.web.http.Request;

/**
 * Under which origin browsers reach this server: what the operator said, and on loopback what the browser asked for, which
 * the server has held to loopback's own names.
 *
 * @param fixed by the operator
 * @param listen where the server listens
 */
public record PublicAddress(Optional<URI> fixed, Listen listen) {

    /** Scheme, host and port, as a browser writes an origin; empty where nobody can tell. */
    public Optional<String> origin(Request request) {
        if (fixed.isPresent()) {
            return fixed.map(PublicAddress::origin);
        }
        if (!listen.isLoopback() || listen.behindProxy()) {
            return Optional.empty();
        }
        String scheme = listen.isSecure() ? "https://" : "http://";
        return request.header("Host").map(host -> origin(URI.create(scheme + host)));
    }

    /**
     * The host to which passkeys can be bound; empty for an address in digits, and without a secure context.
     *
     * @param origin as {@link #origin(Request)} gave it
     */
    public static Optional<String> relyingParty(String origin) {
        URI uri = URI.create(origin);
        String host = uri.getHost();
        boolean secure = uri.getScheme().equals("https") || host.equals("localhost");
        boolean digits = host.startsWith("[") || host.matches("[0-9.]+");
        return secure && !digits ? Optional.of(host) : Optional.empty();
    }

    private static String origin(URI uri) {
        int usual = uri.getScheme().equals("https") ? 443 : 80;
        String port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port;
    }
}
