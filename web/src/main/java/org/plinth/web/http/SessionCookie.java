package org.plinth.web.http;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The cookie that carries the token of a login. Under TLS it has the {@code __Host-} prefix, so that no other host can
 * set it.
 *
 * @param secure whether browsers see {@code https}
 */
public record SessionCookie(boolean secure) {

    /** Longer than a login lasts unused; the server decides, not the browser. */
    private static final Duration LIFETIME = Duration.ofDays(1);

    /** Its name. */
    public String name() {
        return secure ? "__Host-plinth" : "plinth";
    }

    /** The token in a {@code Cookie} header. A name that stands there twice was set by somebody else too: neither counts. */
    public Optional<String> read(Optional<String> header) {
        List<String> found = Arrays.stream(header.orElse("").split(";"))
                .map(String::strip)
                .filter(pair -> pair.startsWith(name() + "="))
                .map(pair -> pair.substring(name().length() + 1))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The header that gives a browser this token. */
    public String set(String token) {
        return header(token, LIFETIME.toSeconds());
    }

    /** The header that takes the token away. */
    public String clear() {
        return header("", 0);
    }

    private String header(String value, long maxAgeSeconds) {
        return name() + "=" + value + "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + maxAgeSeconds
                + (secure ? "; Secure" : "");
    }
}
