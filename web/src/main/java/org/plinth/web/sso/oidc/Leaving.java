package org.plinth.web.sso.oidc;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.LoginSession;
import org.plinth.web.http.Request;
import org.plinth.web.sso.OneTime;
import org.plinth.web.sso.Secrets;

/**
 * Remembers which logins were opened by single sign-on, so that logging out ends the one at the provider as well. In memory:
 * after a restart logging out ends Plinth's login alone. Any thread.
 */
final class Leaving {

    private static final int MOST = 2_000;
    private static final Duration BYE = Duration.ofMinutes(2);

    private final Map<Id<LoginSession>, String> idTokens = new LinkedHashMap<>();
    private final OneTime<String> byes = new OneTime<>(BYE, MOST, MOST);
    private final RandomGenerator random;

    Leaving(RandomGenerator random) {
        this.random = random;
    }

    /** This login was opened by this proof; it keeps its id when its token changes. */
    synchronized void remember(Id<LoginSession> session, String idToken) {
        while (idTokens.size() >= MOST) {
            idTokens.remove(idTokens.keySet().iterator().next());
        }
        idTokens.put(session, idToken);
    }

    /** The proof that opened this login; forgotten with the question. */
    synchronized Optional<String> forget(Id<LoginSession> session) {
        return Optional.ofNullable(idTokens.remove(session));
    }

    /** A path of ours that leads once to the provider's address. */
    String pathTo(String address, Request request) {
        String ticket = Secrets.random(random);
        byes.put(ticket, address, request.address(), request.at());
        return "/login/sso/bye?ticket=" + ticket;
    }

    /** The address of a ticket, once. */
    Optional<String> take(String ticket, Instant now) {
        return byes.take(ticket, now);
    }
}
