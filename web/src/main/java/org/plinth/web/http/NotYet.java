package org.plinth.web.http;

import io.vertx.core.http.HttpServerRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.plinth.web.clinic.SessionState;

/**
 * Somebody is logged in, but not far enough for this: a page leads on to what is missing, a program is told. A locked login still
 * reaches the sockets of what runs: they carry force and sensor packets, no name, and a recording must outlive the lock.
 */
final class NotYet extends HttpFailure {

    private static final long serialVersionUID = 1L;

    private static final String LOCK = "/lock";
    private static final String CODE = "/login/code";
    private static final String ENROL = "/account/second-factor";
    private static final String OUT = "/logout";
    private static final Set<String> WHILE_LOCKED =
            Set.of(LOCK, "/lock/open", OUT, "/live/:visitId", "/bench/:sensorId", "/bridge");
    private static final Set<String> BEFORE_CODE = Set.of(CODE, OUT);
    private static final Set<String> BEFORE_ENROLLED = Set.of(ENROL, "/account/second-factor/confirm", OUT);

    private final String page;

    private NotYet(int status, String code, String key, String page) {
        super(status, code, Optional.empty(), key);
        this.page = page;
    }

    /**
     * Lets through what this state may reach.
     *
     * @throws NotYet for all else
     */
    static void unless(SessionState state, AccessTable.Rule rule) {
        boolean may =
                switch (state) {
                    case OPEN -> true;
                    case LOCKED -> WHILE_LOCKED.contains(rule.path());
                    case CODE -> BEFORE_CODE.contains(rule.path());
                    case ENROL -> BEFORE_ENROLLED.contains(rule.path());
                };
        if (!may) {
            throw of(state);
        }
    }

    private static NotYet of(SessionState state) {
        return switch (state) {
            case LOCKED -> new NotYet(423, "LOCKED", "account.locked", LOCK);
            case ENROL -> new NotYet(403, "SECOND_FACTOR_REQUIRED", "account.enrol", ENROL);
            case CODE, OPEN -> new NotYet(401, "CODE_NEEDED", "account.code.needed", CODE);
        };
    }

    /** The page that leads on; from the lock she comes back to where she was. */
    String leadsTo(HttpServerRequest request) {
        boolean comesBack = page.equals(LOCK) && request.method().name().equals("GET");
        return comesBack ? page + "?back=" + URLEncoder.encode(request.uri(), StandardCharsets.UTF_8) : page;
    }
}
