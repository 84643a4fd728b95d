package org.plinth.web.testkit;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.plinth.web.clinic.TokenScope;

/**
 * A program that reads by a token.
 *
 * @param nobody a client without a login
 * @param token that it shows
 */
public record Program(Browser nobody, String token) {

    private static final Pattern SHOWN = Pattern.compile("value=\"(plinth_[0-9A-Za-z]+)\"");

    /** By a token that this person makes on her page, for so many days. */
    public static Program of(Browser maker, int days, TokenScope... scopes) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("csrf", maker.csrf().orElseThrow());
        fields.put("name", "Sample program");
        fields.put("days", Integer.toString(days));
        Stream.of(scopes).forEach(scope -> fields.put(field(scope), "YES"));
        Browser.Answer answer = maker.postForm("/tokens", fields);
        Matcher shown = SHOWN.matcher(answer.text());
        if (answer.status() != 200 || !shown.find()) {
            throw new IllegalStateException("no token came of it: " + answer.status() + " " + answer.text());
        }
        return new Program(new Browser(maker.root()), shown.group(1));
    }

    /** By one of the usual length. */
    public static Program of(Browser maker, TokenScope... scopes) {
        return of(maker, 90, scopes);
    }

    /** The box of a scope on the page. */
    public static String field(TokenScope scope) {
        return "scope-" + scope.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Asks. */
    public Browser.Answer get(String path) {
        return with(path, "Bearer " + token);
    }

    /** Asks with this header instead. */
    public Browser.Answer with(String path, String authorization) {
        return nobody.send(nobody.request(path)
                .header("Accept", "application/json")
                .header("Authorization", authorization)
                .GET());
    }

    /** Tries to change something. */
    public Browser.Answer post(String path, Map<String, ?> body) {
        return nobody.postJson(path, body, "Authorization", "Bearer " + token);
    }

    /** Never prints the token. */
    @Override
    public String toString() {
        return "Program";
    }
}
