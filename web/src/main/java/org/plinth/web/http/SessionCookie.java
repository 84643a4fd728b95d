package org.plinth.web.http;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookie that carries the token of a login. Under TLS it has the {@code __Host-} prefix, so that no other host can
 * set it.
 *
 * @param secure whether browsers see {@code https}
 */
record SessionCookie(boolean secure) {

    /** Longer than a login lasts unused; the server decides, not the browser. */
    private static final Duration LIFETIME = Duration.ofDays(1);

    String name() {
        return secure ? "__Host-plinth" : "plinth";
    }

    Optional<String> read(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(name())).map(Cookie::getValue);
    }

    String set(String token) {
        return header(token, LIFETIME.toSeconds());
    }

    String clear() {
        return header("", 0);
    }

    private String header(String value, long maxAgeSeconds) {
        return name() + "=" + value + "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + maxAgeSeconds
                + (secure ? "; Secure" : "");
    }
}
