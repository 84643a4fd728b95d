package org.plinth.web.http;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a request was made by one of our own pages. Browsers name the page's origin on every request that changes
 * something and on every WebSocket; programs without one need the token all the same.
 */
final class Origins {

    private static final Set<String> LOOPBACK_NAMES = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

    private final Listen listen;

    Origins(Listen listen) {
        this.listen = listen;
    }

    /** Whether the request's {@code Origin} is absent or ours, and the browser does not call it cross-site. */
    boolean isOurs(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return false;
        }
        String origin = request.getHeader("Origin");
        return origin == null || matches(origin, request);
    }

    /** Whether the request's {@code Origin} is there and ours: what a WebSocket needs. */
    boolean isNamedOurs(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        return origin != null && matches(origin, request);
    }

    /**
     * Whether the host that the request asked for may be ours. On loopback only loopback's names are: a foreign name that
     * was pointed at this machine would otherwise be a page's own origin.
     */
    boolean isKnownHost(HttpServerRequest request) {
        if (request.authority() == null) {
            return false;
        }
        return !listen.isLoopback()
                || listen.behindProxy()
                || LOOPBACK_NAMES.contains(request.authority().host());
    }

    private boolean matches(String origin, HttpServerRequest request) {
        return authority(origin).map(ours(request)::equals).orElse(false);
    }

    private String ours(HttpServerRequest request) {
        String scheme = listen.isSecure() ? "https" : "http";
        String host = request.authority().host();
        int port = request.authority().port();
        return scheme + "://" + host + ":" + (port > 0 ? port : defaultPort(scheme));
    }

    /** Scheme, host and port of an {@code Origin} header, if it names any. */
    static Optional<String> authority(String origin) {
        try {
            URI uri = URI.create(origin);
            if (uri.getScheme() == null || uri.getHost() == null) {
                return Optional.empty();
            }
            int port = uri.getPort() > 0 ? uri.getPort() : defaultPort(uri.getScheme());
            return Optional.of(uri.getScheme() + "://" + uri.getHost() + ":" + port);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }
}
