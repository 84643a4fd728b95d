package org.plinth.web.page;

import org.plinth.web.http.BadRequest;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Logins;

/** What a password or a code that was shown leads to. */
final class Proofs {

    private Proofs() {}

    /**
     * The login, if what she gave was right.
     *
     * @throws BadRequest naming the field, if it was wrong
     * @throws HttpFailure 429 after too many
     */
    static Logins.LoggedIn require(Logins.Outcome outcome, String field, String key) {
        if (outcome instanceof Logins.LoggedIn in) {
            return in;
        }
        if (outcome instanceof Logins.TooOften often) {
            throw HttpFailure.tooMany(often.delay());
        }
        throw new BadRequest(field, key);
    }
}
