package org.plinth.web.sso.oidc;

import java.util.Locale;
import java.util.Optional;
import org.plinth.web.http.HttpFailure;

/** Why single sign-on did not work: each has a sentence that says what to do. */
enum SsoFault {
    /** No such flow in this browser: too late, used before, or another browser's. */
    STALE(400),
    /** The person or the provider said no. */
    DENIED(403),
    /** The provider answered with an error. */
    REFUSED(403),
    /** The provider cannot be reached, or what it says about itself cannot be used. */
    DOWN(503),
    /** The token is not one that this provider made for this log-in. */
    NOT_GENUINE(403),
    /** The token's times do not fit this machine's clock. */
    CLOCK(403),
    /** No account is linked to this person. */
    UNKNOWN(403),
    /** The linked account is switched off. */
    DISABLED(403),
    /** The person at the provider is linked to an account already. */
    TAKEN(409),
    /** The server does not know its own public address. */
    NO_ADDRESS(503);

    private final int status;

    SsoFault(int status) {
        this.status = status;
    }

    /** As a refusal that names the provider. */
    HttpFailure failure(String provider) {
        String key = "sso.fault." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new HttpFailure(status, "SSO_" + name(), Optional.empty(), key, provider);
    }
}
