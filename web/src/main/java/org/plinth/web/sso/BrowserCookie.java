package org.plinth.web.sso;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.plinth.web.http.Request;

/**
 * A short-lived cookie that ties something that waits to the browser that began it. Under TLS it has the {@code __Host-}
 * prefix, so that no other host can set it.
 *
 * @param purpose the end of its name
 * @param secure whether browsers see {@code https}
 * @param crossSite whether it must come along when another site sends the browser back ({@code SameSite=Lax})
 */
public record BrowserCookie(String purpose, boolean secure, boolean crossSite) {

    private static final int MOST_CHARACTERS = 64;

    /** What the browser holds. A name that stands there twice was set by somebody else too: neither counts. */
    public Optional<String> read(Request request) {
        List<String> found = Arrays.stream(request.header("Cookie").orElse("").split(";"))
                .map(String::strip)
                .filter(pair -> pair.startsWith(name() + "="))
                .map(pair -> pair.substring(name().length() + 1))
                .filter(value -> !value.isEmpty() && value.length() <= MOST_CHARACTERS)
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The header that gives it to a browser. */
    public String set(String value, Duration life) {
        return name() + "=" + value + "; Path=/; HttpOnly; SameSite=" + (crossSite ? "Lax" : "Strict") + "; Max-Age="
                + life.toSeconds() + (secure ? "; Secure" : "");
    }

    private String name() {
        return (secure ? "__Host-" : "") + "plinth-" + purpose;
    }
}
