package org.plinth.web.http;

import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.SessionState;

/**
 * Lets a request in or not: login, role, the patient's own record, and for what changes something the origin and the
 * CSRF token. Denies what is not allowed by name.
 */
final class Door {

    static final String CSRF_HEADER = "X-Plinth-Csrf";
    static final String CSRF_FIELD = "csrf";

    private final LoginBook logins;
    private final SessionCookie cookie;
    private final Origins origins;

    Door(LoginBook logins, SessionCookie cookie, Origins origins) {
        this.logins = logins;
        this.cookie = cookie;
        this.origins = origins;
    }

    /**
     * Who calls, if she may call this route. Blocks.
     *
     * @param idInPath of the thing asked for, where the path has one
     * @throws HttpFailure 401, 403, or 404 for another patient's record
     */
    Optional<Who> enter(HttpServerRequest request, AccessTable.Rule rule, Optional<String> idInPath, Instant now) {
        if (rule.method().equals("POST") && !origins.isOurs(request)) {
            throw foreign();
        }
        Optional<Who> caller =
                cookie.read(Optional.ofNullable(request.getHeader("Cookie"))).flatMap(token -> logins.find(token, now));
        if (rule.open()) {
            return caller.filter(who -> who.session().state() == SessionState.OPEN);
        }
        Who who = caller.orElseThrow(HttpFailure::notLoggedIn);
        NotYet.unless(who.session().state(), rule);
        if (!rule.roles().contains(who.role())) {
            throw HttpFailure.forbidden();
        }
        ownRecord(who, rule, idInPath);
        return caller;
    }

    /** Whether a login is still there, locked or not; for a socket that outlives its request. Blocks. */
    boolean isIn(Who who) {
        return logins.isIn(who);
    }

    /** A patient may name herself and nobody else; another's id looks like one that does not exist. */
    private static void ownRecord(Who who, AccessTable.Rule rule, Optional<String> idInPath) {
        if (who.role() == Role.PATIENT && rule.path().startsWith("/patients/:id")) {
            Optional<Id<Patient>> asked = idInPath.flatMap(Id::<Patient>parse);
            if (asked.isEmpty() || !asked.equals(who.patient())) {
                throw HttpFailure.notFound();
            }
        }
    }

    /**
     * What changes something carries the token of its login.
     *
     * @throws HttpFailure 403
     */
    void token(Who who, Optional<String> shown) {
        byte[] wanted = who.csrfToken().getBytes(StandardCharsets.UTF_8);
        byte[] given = shown.orElse("").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(wanted, given)) {
            throw new HttpFailure(403, "NO_CSRF_TOKEN", Optional.empty(), "http.csrf");
        }
    }

    /** 403: the request was made by a page that is not ours. */
    static HttpFailure foreign() {
        return new HttpFailure(403, "FOREIGN_ORIGIN", Optional.empty(), "http.foreignOrigin");
    }
}
