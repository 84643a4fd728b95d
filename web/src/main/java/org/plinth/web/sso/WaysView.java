package org.plinth.web.sso;

import java.util.List;
import java.util.Optional;
import org.plinth.web.page.Form;

/**
 * A person's ways to log in beside her password.
 *
 * @param provider of single sign-on, where there is one
 * @param waits whether a proof waits to be linked
 * @param linked her links
 * @param passkeyHint why this address takes no passkeys
 * @param passkeys hers
 * @param where which form was sent and has a problem
 * @param form its problem
 */
public record WaysView(
        Optional<String> provider,
        boolean waits,
        List<Linked> linked,
        Optional<String> passkeyHint,
        List<Key> passkeys,
        String where,
        Form form) {

    /** Copies the lists. */
    public WaysView {
        linked = List.copyOf(linked);
        passkeys = List.copyOf(passkeys);
    }

    /** What stands in a form of this page: its problem, if it is the one that was sent. */
    public Form form(String which) {
        return which.equals(where) ? form : Form.empty();
    }

    /**
     * A link.
     *
     * @param id of it
     * @param issuer the provider
     * @param since in words
     */
    public record Linked(String id, String issuer, String since) {}

    /**
     * A passkey.
     *
     * @param id of it
     * @param name that she gave it
     * @param since in words
     * @param used in words
     */
    public record Key(String id, String name, String since, String used) {}
}
