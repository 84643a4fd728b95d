package org.plinth.web.sso;

import java.time.Duration;
import java.util.Optional;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.LoginThrottle;
import org.plinth.web.http.Request;
import org.plinth.web.http.Who;
import org.plinth.web.store.AccountStore.Credentials;
import org.plinth.web.store.Act;
import org.plinth.web.store.Passwords;
import org.plinth.web.store.Store;

/** Asks a person for her password once more before the ways into her account change. Blocks; any thread. */
public final class Reauthentication {

    /** Of forms. */
    public static final String FIELD = "password";

    private static final int MOST_PASSWORD = 200;

    private final Store store;
    private final Passwords passwords;
    private final LoginThrottle throttle;

    /** Tries count together with those of the login form. */
    public Reauthentication(Store store, Passwords passwords, LoginThrottle throttle) {
        this.store = store;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    /**
     * Goes on if the field {@link #FIELD} holds her password.
     *
     * @throws BadRequest if it does not
     * @throws HttpFailure 429 after too many tries
     */
    public void require(Request request, Fields fields) {
        Who who = request.who();
        String password = fields.secret(FIELD, MOST_PASSWORD);
        String login = who.account().login();
        Optional<Duration> wait = throttle.wait(login, request.address(), request.at());
        if (wait.isPresent()) {
            throw HttpFailure.tooMany(wait.get());
        }
        Optional<Credentials> known = store.read(stores -> stores.accounts().findByLogin(login))
                .filter(found -> found.account().id().equals(who.id()));
        if (known.isEmpty() || !passwords.matches(password, known.get().passwordHash())) {
            throttle.wrong(login, request.address(), request.at());
            store.write(act(request, "login.again.refused"), stores -> {
                stores.audit().note("account:" + who.id());
                return true;
            });
            throw new BadRequest(FIELD, "sso.password.wrong");
        }
        throttle.right(login, request.address());
    }

    /** Who does what: clinic and person come from the login alone. */
    public static Act act(Request request, String action) {
        Who who = request.who();
        return new Act(who.clinicId(), who.id(), request.at(), action, "", request.address());
    }
}
