package org.plinth.web.sso;

import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Logins;
import org.plinth.web.http.Request;
import org.plinth.web.http.Visitor;
import org.plinth.web.http.Who;
import org.plinth.web.store.Act;

/** Asks a person for her password once more before the ways into her account change. Blocks; any thread. */
public final class Reauthentication {

    /** Of forms. */
    public static final String FIELD = "password";

    private static final int MOST_PASSWORD = 200;

    private final Logins logins;

    /** Tries count together with those of the login form. */
    public Reauthentication(Logins logins) {
        this.logins = logins;
    }

    /**
     * Goes on if the field {@link #FIELD} holds her password.
     *
     * @throws BadRequest if it does not
     * @throws HttpFailure 429 after too many tries
     */
    public void require(Request request, Fields fields) {
        String password = fields.secret(FIELD, MOST_PASSWORD);
        Logins.Outcome outcome = logins.check(request.who(), password, Visitor.of(request), "login.again.refused");
        if (outcome instanceof Logins.TooOften often) {
            throw HttpFailure.tooMany(often.delay());
        }
        if (outcome instanceof Logins.Refused) {
            throw new BadRequest(FIELD, "sso.password.wrong");
        }
    }

    /** Who does what: clinic and person come from the login alone. */
    public static Act act(Request request, String action) {
        Who who = request.who();
        return new Act(who.clinicId(), who.id(), request.at(), action, "", request.address());
    }
}
