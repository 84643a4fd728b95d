package org.plinth.web.page;

import java.util.List;

/**
 * Somebody's own account.
 *
 * @param login what she types
 * @param role in words
 * @param factor whether she has a second factor, in words
 * @param tests whether she may test, and so have a PIN
 * @param makesTokens whether she may have tokens for programs
 * @param sessions her open logins
 * @param form name and passwords
 */
public record AccountView(
        String login,
        String role,
        String factor,
        boolean tests,
        boolean makesTokens,
        List<Session> sessions,
        Form form) {

    /** Copies the list. */
    public AccountView {
        sessions = List.copyOf(sessions);
    }

    /**
     * A login.
     *
     * @param id to end it by
     * @param where browser and address
     * @param opened when, in words
     * @param seen last sign of life, in words
     * @param here whether it is this one
     */
    public record Session(String id, String where, String opened, String seen, boolean here) {}
}
