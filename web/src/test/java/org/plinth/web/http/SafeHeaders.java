package org.plinth.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.plinth.web.testkit.Browser;

/** What the headers of every reply keep, whatever it is and whoever asked. Reads them as a browser does. */
final class SafeHeaders {

    private static final Pattern DISPOSITION = Pattern.compile("attachment; filename=\"[A-Za-z0-9_-][A-Za-z0-9._-]*\"");
    private static final Pattern MAX_AGE = Pattern.compile("max-age=(\\d+).*");
    private static final long YEAR_SECONDS = 31_536_000;

    private SafeHeaders() {}

    /** Of a reply over plain HTTP. */
    static void check(Browser.Answer answer, String what) {
        policy(answer.header("Content-Security-Policy"), what);
        always(answer, what);
        assertThat(answer.header("Strict-Transport-Security")).as(what).isEmpty();
        cookies(answer, false, what);
    }

    /** Of a reply that browsers see over TLS. */
    static void checkSecure(Browser.Answer answer, String what) {
        policy(answer.header("Content-Security-Policy"), what);
        always(answer, what);
        var age = MAX_AGE.matcher(answer.header("Strict-Transport-Security"));
        assertThat(age.matches()).as(what + " has Strict-Transport-Security").isTrue();
        assertThat(Long.parseLong(age.group(1))).as(what).isGreaterThanOrEqualTo(YEAR_SECONDS);
        cookies(answer, true, what);
    }

    /** Nothing of it stays in a browser or in between. */
    static void neverKept(Browser.Answer answer, String what) {
        assertThat(answer.response().headers().allValues("Cache-Control"))
                .as(what)
                .containsExactly("no-store");
    }

    static void policy(String header, String what) {
        Map<String, List<String>> policy = directives(header);
        assertThat(header).as(what).doesNotContain("unsafe").doesNotContain("*").doesNotContain("http:");
        assertThat(policy.get("default-src")).as(what + ": default-src").isIn(List.of("'self'"), List.of("'none'"));
        for (String source : List.of("script-src", "script-src-elem", "script-src-attr", "style-src", "connect-src")) {
            assertThat(policy.getOrDefault(source, List.of("'self'")))
                    .as(what + ": " + source)
                    .isSubsetOf("'self'", "'none'");
        }
        assertThat(policy.get("object-src")).as(what).containsExactly("'none'");
        assertThat(policy.get("frame-ancestors")).as(what).containsExactly("'none'");
        assertThat(policy.get("base-uri")).as(what).containsExactly("'none'");
        assertThat(policy.get("form-action")).as(what).contains("'self'");
    }

    private static void always(Browser.Answer answer, String what) {
        assertThat(answer.header("X-Content-Type-Options")).as(what).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).as(what).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).as(what).isIn("same-origin", "no-referrer", "strict-origin");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).as(what).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).as(what).isEqualTo("same-origin");
        permissions(answer.header("Permissions-Policy"), what);
        for (String telling : List.of("Server", "X-Powered-By", "X-AspNet-Version", "Via")) {
            assertThat(answer.header(telling)).as(what + ": " + telling).isEmpty();
        }
        assertThat(answer.header("Access-Control-Allow-Origin")).as(what).isEmpty();
        String disposition = answer.header("Content-Disposition");
        if (!disposition.isEmpty()) {
            assertThat(disposition).as(what).matches(DISPOSITION);
        }
        if (answer.bytes().length > 0) {
            assertThat(answer.header("Content-Type"))
                    .as(what + " says what it is")
                    .isNotEmpty();
        }
        if (answer.header("Content-Type").startsWith("text/")) {
            assertThat(answer.header("Content-Type").toLowerCase(Locale.ROOT))
                    .as(what)
                    .contains("charset=utf-8");
        }
    }

    /** What a page does not need is off; Bluetooth is for our own pages or not named, which browsers take for the same. */
    private static void permissions(String header, String what) {
        assertThat(header).as(what).contains("camera=()", "geolocation=()", "microphone=()", "payment=()", "usb=()");
        Arrays.stream(header.split(","))
                .map(String::strip)
                .filter(feature -> feature.startsWith("bluetooth"))
                .forEach(feature -> assertThat(feature).as(what).isEqualTo("bluetooth=(self)"));
    }

    private static void cookies(Browser.Answer answer, boolean secure, String what) {
        for (String cookie : answer.response().headers().allValues("Set-Cookie")) {
            assertThat(cookie)
                    .as(what)
                    .contains("; HttpOnly")
                    .contains("; Path=/")
                    .doesNotContain("Domain=");
            assertThat(cookie).as(what).containsPattern("; SameSite=(Strict|Lax)");
            assertThat(cookie.startsWith("__Host-"))
                    .as(what + ": " + cookie.replaceFirst("=.*", ""))
                    .isEqualTo(secure);
            assertThat(cookie.contains("; Secure")).as(what).isEqualTo(secure);
        }
    }

    private static Map<String, List<String>> directives(String header) {
        Map<String, List<String>> policy = new LinkedHashMap<>();
        for (String directive : header.split(";")) {
            String[] words = directive.strip().split("\\s+");
            policy.put(words[0], List.of(words).subList(1, words.length));
        }
        return policy;
    }
}
