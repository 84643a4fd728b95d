package org.plinth.web.http;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * From where somebody comes.
 *
 * @param address of her machine
 * @param browser in two words; empty where it did not say
 * @param at when
 */
public record Visitor(String address, String browser, Instant at) {

    private static final List<String> BROWSERS = List.of("Edg", "OPR", "Firefox", "Chrome", "Safari");
    private static final List<String> SYSTEMS =
            List.of("Android", "iPad", "iPhone", "Windows", "Mac OS", "CrOS", "Linux");

    /** Who sends this request. */
    public static Visitor of(Request request) {
        return new Visitor(request.address(), browser(request.header("User-Agent")), request.at());
    }

    /** What a person can tell her own devices by; the rest of the header is not kept. */
    private static String browser(Optional<String> agent) {
        String text = agent.orElse("");
        String program = first(BROWSERS, text).replace("Edg", "Edge").replace("OPR", "Opera");
        String system = first(SYSTEMS, text).replace("Mac OS", "macOS").replace("CrOS", "ChromeOS");
        return (program + " " + system).strip();
    }

    private static String first(List<String> names, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> lower.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse("");
    }
}
