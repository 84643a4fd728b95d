package org.plinth.web.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.LoginSession;
import org.plinth.web.clinic.Patient;

/** Who may come in, and who is in. Tokens are given and kept as the SHA-256 of what the browser holds. */
public interface AccountStore {

    /**
     * An account with what its password is checked against.
     *
     * @param account who
     * @param passwordHash as {@link Passwords} made it
     */
    record Credentials(Account account, String passwordHash) {
        @Override
        public String toString() {
            return "Credentials[" + account.id() + "]";
        }
    }

    /**
     * Adds one.
     *
     * @throws StoreFailure DUPLICATE, field {@code login}, if the login is taken anywhere in the installation
     */
    void add(Account account, String passwordHash);

    /** Changes name, role, patient or whether it is disabled, and not whose guardian it is; a disabled account's sessions end. */
    void change(Account account);

    /** Sets another password and ends the account's sessions. */
    void setPassword(Id<Clinic> clinic, Id<Account> account, String passwordHash);

    /** The one with this id. */
    Optional<Account> find(Id<Clinic> clinic, Id<Account> account);

    /** The one with this id, with what its password is checked against. */
    Optional<Credentials> credentials(Id<Clinic> clinic, Id<Account> account);

    /** The account of a login, any case; in whatever clinic, because nobody is logged in yet. */
    Optional<Credentials> findByLogin(String login);

    /** Those who read a patient's page for her, whether or not their day has passed; by that day. */
    List<Account> guardiansOf(Id<Clinic> clinic, Id<Patient> patient);

    /** A patient's own account. */
    Optional<Account> findOfPatient(Id<Clinic> clinic, Id<Patient> patient);

    /** All of a clinic, by name. */
    List<Account> all(Id<Clinic> clinic);

    /** Whether there is any account at all; not yet on the first start. */
    boolean anybody();

    /** Keeps a login. */
    void openSession(LoginSession session);

    /** The session of this token with its account, whether or not it has run out. */
    Optional<SessionOf> findSession(String tokenHash);

    /**
     * A session and whose it is.
     *
     * @param session the login
     * @param account as it is now
     * @param lockAfter how long without a touch until it locks, as the clinic has it now
     */
    record SessionOf(LoginSession session, Account account, Duration lockAfter) {}

    /** All of an account, newest first, whether or not they have run out. */
    List<LoginSession> sessions(Id<Clinic> clinic, Id<Account> account);

    /** Gives the session with that id another token, state, sign of life and end; false if it ended meanwhile. */
    boolean renewSession(LoginSession renewed);

    /** Ends one session of an account; nothing happens if there is none. */
    void endSession(Id<Clinic> clinic, Id<Account> account, Id<LoginSession> session);

    /** Ends all sessions of an account but this one. */
    void endOtherSessions(Id<Clinic> clinic, Id<Account> account, Id<LoginSession> kept);

    /** Ends all sessions of an account. */
    void endSessions(Id<Clinic> clinic, Id<Account> account);

    /** Notes a sign of life. Neither audited nor forced to the disk: call it once a minute at most. */
    void touchSession(String tokenHash, Instant seenAt);

    /** Ends a session; nothing happens if there is none. */
    void endSession(String tokenHash);

    /** Forgets sessions that ran out before this moment, or were last seen before that one. */
    void forgetSessions(Instant expiredBefore, Instant unseenSince);

    /** Keeps the one-time token of the first start; an older one is void. */
    void offerSetup(String tokenHash, Instant expiresAt);

    /** Uses up the one-time token: true once, then never again. */
    boolean takeSetup(String tokenHash, Instant now);
}
