package org.plinth.web.sso.oidc;

import java.time.Instant;
import java.util.Optional;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;

/**
 * One way to the provider and back.
 *
 * @param state that the provider gives back
 * @param nonce that must stand in the token
 * @param verifier of PKCE, which only the exchange of the code shows
 * @param browser what the cookie of the browser holds that began it
 * @param redirectUri to which the provider sends the browser back
 * @param began when
 * @param link whose account is to be linked; empty for a log-in
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7636">RFC 7636, PKCE</a>
 */
record Flow(
        String state,
        String nonce,
        String verifier,
        String browser,
        String redirectUri,
        Instant began,
        Optional<Link> link) {

    /**
     * Whose account.
     *
     * @param clinic of the account
     * @param account whose
     */
    record Link(Id<Clinic> clinic, Id<Account> account) {}

    /** Prints none of its secrets. */
    @Override
    public String toString() {
        return "Flow[" + began + "]";
    }
}
