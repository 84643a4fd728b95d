package org.plinth.web.http;

import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.plinth.web.clinic.ApiToken;
import org.plinth.web.clinic.TokenScope;

/**
 * Programs at the door: {@code Authorization: Bearer …} (RFC 6750). No cookie, no form and no address carries a token. Another scheme
 * is nobody's business here: a proxy may ask for its own.
 */
final class Bearer {

    private static final String SCHEME = "bearer ";
    private static final String CHALLENGE = "WWW-Authenticate";

    private final TokenBook tokens;
    private final SessionCookie cookie;

    Bearer(TokenBook tokens, SessionCookie cookie) {
        this.tokens = tokens;
        this.cookie = cookie;
    }

    /**
     * What was shown as a token; empty if nothing was.
     *
     * @throws HttpFailure 400 for two headers, or a login beside it: which of the two would count nobody could tell
     */
    Optional<String> shown(HttpServerRequest request) {
        List<String> headers = request.headers().getAll("Authorization");
        List<String> bearers = headers.stream().filter(Bearer::isBearer).toList();
        if (bearers.isEmpty()) {
            return Optional.empty();
        }
        if (headers.size() > 1 || hasLogin(request)) {
            throw failure(400, "TWO_LOGINS", "token.two", "error=\"invalid_request\"");
        }
        String header = bearers.get(0).strip();
        return Optional.of(
                header.length() < SCHEME.length()
                        ? ""
                        : header.substring(SCHEME.length()).strip());
    }

    /** Whether anything was shown as a token, right or wrong. */
    boolean isShown(HttpServerRequest request) {
        return request.headers().getAll("Authorization").stream().anyMatch(Bearer::isBearer);
    }

    private static boolean isBearer(String header) {
        return (header.stripLeading() + " ").toLowerCase(Locale.ROOT).startsWith(SCHEME);
    }

    private boolean hasLogin(HttpServerRequest request) {
        return request.headers().getAll("Cookie").stream().anyMatch(header -> header.contains(cookie.name() + "="));
    }

    /**
     * As whom this token reads here.
     *
     * @throws HttpFailure 401 if it is worth nothing, 403 if it does not open this, 429 after too many worthless ones
     */
    Who enter(String text, AccessTable.Rule rule, Instant now, String from) {
        TokenBook.Answer answer = tokens.find(text, now);
        if (answer instanceof TokenBook.Holds holds) {
            return within(holds.who(), rule);
        }
        Optional<Duration> wait = tokens.wrong(from, now);
        if (wait.isPresent()) {
            throw HttpFailure.tooMany(wait.get());
        }
        throw worthless(((TokenBook.Worthless) answer).why());
    }

    private static Who within(Who who, AccessTable.Rule rule) {
        ApiToken token = who.token().orElseThrow();
        if (!TokenScopes.open(token.scopes(), rule)) {
            String scope = TokenScopes.wanted(rule)
                    .map(TokenScope::word)
                    .map(word -> ", scope=\"" + word + "\"")
                    .orElse("");
            throw failure(403, "SCOPE", "token.scope.refused", "error=\"insufficient_scope\"" + scope);
        }
        return who;
    }

    private static HttpFailure worthless(TokenBook.Why why) {
        String reason = why.name();
        return failure(
                401,
                "TOKEN_" + reason,
                "token.worthless." + reason.toLowerCase(Locale.ROOT),
                "error=\"invalid_token\", error_description=\"" + reason.toLowerCase(Locale.ROOT) + "\"");
    }

    /** As whom a request would read, for the notes about refusals; never fails. */
    Optional<Who> known(HttpServerRequest request, Instant now) {
        try {
            return shown(request)
                    .map(text -> tokens.find(text, now))
                    .flatMap(answer ->
                            answer instanceof TokenBook.Holds holds ? Optional.of(holds.who()) : Optional.empty());
        } catch (HttpFailure two) {
            return Optional.empty();
        }
    }

    private static HttpFailure failure(int status, String code, String key, String challenge) {
        return new HttpFailure(
                Map.of(CHALLENGE, "Bearer realm=\"Plinth\", " + challenge), status, code, Optional.empty(), key);
    }
}
