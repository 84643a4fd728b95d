package org.plinth.web.http;

import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.plinth.web.access.AccessDecision;
import org.plinth.web.access.Ruling;
import org.plinth.web.clinic.SessionState;

/**
 * Lets a request in or not: who is logged in, what {@link AccessDecision} says, and for what changes something the origin
 * and the CSRF token. Denies what is not allowed by name.
 */
final class Door {

    static final String CSRF_HEADER = "X-Plinth-Csrf";
    static final String CSRF_FIELD = "csrf";

    private final LoginBook logins;
    private final SessionCookie cookie;
    private final Origins origins;
    private final AccessDecision access;
    private final Bearer bearer;

    Door(LoginBook logins, SessionCookie cookie, Origins origins, AccessDecision access, Bearer bearer) {
        this.logins = logins;
        this.cookie = cookie;
        this.origins = origins;
        this.access = access;
        this.bearer = bearer;
    }

    /**
     * Who calls, if she may call this route. Blocks.
     *
     * @param parts of the path, by name
     * @param from the address the request came from
     * @throws HttpFailure 401, 403, or 404 for what she may not know of
     */
    Optional<Who> enter(
            HttpServerRequest request, AccessTable.Rule rule, Map<String, String> parts, Instant now, String from) {
        if (rule.method().equals("POST") && !origins.isOurs(request)) {
            throw foreign();
        }
        Optional<Who> caller = caller(request, rule, now, from);
        if (!rule.open()) {
            caller.ifPresent(who -> NotYet.unless(who.session().state(), rule));
        }
        Ruling ruling = access.decide(new AccessDecision.Asked(
                rule.need(),
                parts,
                caller.map(who -> new AccessDecision.Caller(who.account(), who.clinic())),
                now,
                from));
        if (ruling instanceof Ruling.Granted granted) {
            return caller.map(who -> who.acting(granted.clinic(), granted.sight()));
        }
        if (ruling instanceof Ruling.Refused refused) {
            throw failure(refused.reason());
        }
        return caller.filter(who -> who.session().state() == SessionState.OPEN);
    }

    /** Who asks: by a token where one is shown, else by the login of a browser. What is open to all asks for no token. */
    private Optional<Who> caller(HttpServerRequest request, AccessTable.Rule rule, Instant now, String from) {
        Optional<String> token = rule.open() ? Optional.empty() : bearer.shown(request);
        if (token.isPresent()) {
            return Optional.of(bearer.enter(token.get(), rule, now, from));
        }
        return cookie.read(Optional.ofNullable(request.getHeader("Cookie"))).flatMap(shown -> logins.find(shown, now));
    }

    private static HttpFailure failure(Ruling.Reason reason) {
        return switch (reason) {
            case NOT_LOGGED_IN -> HttpFailure.notLoggedIn();
            case ROLE -> HttpFailure.forbidden();
            case UNKNOWN -> HttpFailure.notFound();
            case RESTRICTED -> new HttpFailure(403, "RESTRICTED", Optional.empty(), "access.refused.restricted");
            case READ_ONLY -> new HttpFailure(403, "READ_ONLY", Optional.empty(), "access.refused.readonly");
        };
    }

    /** Whether who came in there before would come in still, locked or not; for a socket that outlives its request. Blocks. */
    boolean mayStay(Who who, AccessTable.Rule rule, Map<String, String> parts, Instant now) {
        AccessDecision.Caller caller = new AccessDecision.Caller(who.account(), who.clinic());
        return logins.isIn(who, now)
                && access.stillGrants(new AccessDecision.Asked(rule.need(), parts, Optional.of(caller), now, ""));
    }

    /**
     * What changes something carries the token of its login. A program that shows a token of its own needs none: no browser adds that
     * by itself.
     *
     * @throws HttpFailure 403
     */
    void token(Who who, Optional<String> shown) {
        if (who.token().isPresent()) {
            return;
        }
        byte[] wanted = who.csrfToken().getBytes(StandardCharsets.UTF_8);
        byte[] given = shown.orElse("").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(wanted, given)) {
            throw new HttpFailure(403, "NO_CSRF_TOKEN", Optional.empty(), "http.csrf");
        }
    }

    /**
     * What hands out rights asks for the password once more after a while.
     *
     * @throws NotYet if it must be asked for
     */
    void proof(Who who, Instant now) {
        if (who.session().state() == SessionState.OPEN && !logins.provedLately(who, now)) {
            throw NotYet.proved();
        }
    }

    /** 403: the request was made by a page that is not ours. */
    static HttpFailure foreign() {
        return new HttpFailure(403, "FOREIGN_ORIGIN", Optional.empty(), "http.foreignOrigin");
    }
}
