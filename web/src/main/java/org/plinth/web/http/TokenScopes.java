package org.plinth.web.http;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.TokenScope;

/**
 * Which routes each scope of a token opens: the one list. What does not stand here no token opens: no page, nothing that changes
 * a record, an account or a right. The access table and {@link org.plinth.web.access.AccessDecision} are asked all the same.
 */
public final class TokenScopes {

    /**
     * A line.
     *
     * @param scope that opens
     * @param method of HTTP
     * @param path as in the access table; with {@code *} at its end, all that begin so
     */
    public record Line(TokenScope scope, String method, String path) {

        boolean opens(AccessTable.Rule rule) {
            boolean there = path.endsWith("*")
                    ? rule.path().startsWith(path.substring(0, path.length() - 1))
                    : rule.path().equals(path);
            return there && method.equals(rule.method());
        }
    }

    private static final List<Line> LINES = List.of(
            get(TokenScope.RESULTS_READ, "/api/series"),
            get(TokenScope.RESULTS_READ, "/api/positions"),
            get(TokenScope.RESULTS_READ_NAMED, "/api/patients"),
            get(TokenScope.RESULTS_READ_NAMED, "/api/patients/:id/series"),
            get(TokenScope.RESULTS_READ_NAMED, "/api/patients/:id/scores"),
            get(TokenScope.RAW_READ, "/api/recordings"),
            get(TokenScope.RAW_READ, "/api/recordings/:id/curve"),
            get(TokenScope.RAW_READ, "/api/recordings/:id/capture"),
            get(TokenScope.EXPORTS_RUN, "/api/export/*"),
            get(TokenScope.FHIR_READ, "/fhir/*"),
            get(TokenScope.AUDIT_READ, "/audit/export.zip"),
            get(TokenScope.AUDIT_READ, "/audit/key.pem"));

    /** Open to every token: who am I. */
    private static final String SELF = "/api/clinic";

    private TokenScopes() {}

    private static Line get(TokenScope scope, String path) {
        return new Line(scope, "GET", path);
    }

    /** All lines. */
    public static List<Line> lines() {
        return LINES;
    }

    /** Whether a token with these scopes may ask for it; whether its maker may is asked elsewhere. */
    static boolean open(Collection<TokenScope> scopes, AccessTable.Rule rule) {
        return isSelf(rule) || LINES.stream().anyMatch(line -> line.opens(rule) && has(scopes, line.scope()));
    }

    /** Whoever may read by name may read by pseudonym. */
    private static boolean has(Collection<TokenScope> scopes, TokenScope scope) {
        return scopes.contains(scope)
                || (scope == TokenScope.RESULTS_READ && scopes.contains(TokenScope.RESULTS_READ_NAMED));
    }

    private static boolean isSelf(AccessTable.Rule rule) {
        return rule.method().equals("GET") && rule.path().equals(SELF);
    }

    /** A scope that would open it, if any does. */
    static Optional<TokenScope> wanted(AccessTable.Rule rule) {
        return LINES.stream().filter(line -> line.opens(rule)).map(Line::scope).findFirst();
    }

    /** Scopes that open anything to this role. */
    static List<TokenScope> of(Role role) {
        return Arrays.stream(TokenScope.values())
                .filter(scope -> AccessTable.rules().stream()
                        .anyMatch(rule -> rule.roles().contains(role)
                                && LINES.stream().anyMatch(line -> line.scope() == scope && line.opens(rule))))
                .toList();
    }
}
