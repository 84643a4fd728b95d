package org.plinth.web.clinic;

import java.time.Instant;

/**
 * One login.
 *
 * @param id opaque; stays the same when the token is renewed
 * @param tokenHash SHA-256 of the token, 64 hexadecimal digits
 * @param clinic of the account
 * @param account who
 * @param state how far it has come
 * @param openedAt when she logged in
 * @param seenAt last sign of life
 * @param expiresAt when it ends at the latest
 * @param from the address that it was opened from
 * @param browser that it was opened with, in two words; empty where it did not say
 */
public record LoginSession(
        Id<LoginSession> id,
        String tokenHash,
        Id<Clinic> clinic,
        Id<Account> account,
        SessionState state,
        Instant openedAt,
        Instant seenAt,
        Instant expiresAt,
        String from,
        String browser) {

    /** The same under another token, in this state, seen now. */
    public LoginSession renewed(String newTokenHash, SessionState newState, Instant now, Instant newExpiresAt) {
        return new LoginSession(
                id, newTokenHash, clinic, account, newState, openedAt, now, newExpiresAt, from, browser);
    }

    /** Never prints the hash of the token. */
    @Override
    public String toString() {
        return "LoginSession[" + id + " " + state + "]";
    }
}
