package org.plinth.web.http;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.LoginSession;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.SessionState;
import org.plinth.web.clinic.SignInRules;

/**
 * The person who is logged in. Everything that she asks for is looked up in her clinic.
 *
 * @param account who
 * @param clinic hers
 * @param csrfToken what a form of hers must carry as {@code csrf}, and a script as {@code X-Plinth-Csrf}
 * @param session her login
 */
public record Who(Account account, Clinic clinic, String csrfToken, Session session) {

    /**
     * Her login.
     *
     * @param id opaque
     * @param state how far it has come
     * @param lockAfter how long without a touch until it locks
     */
    public record Session(Id<LoginSession> id, SessionState state, Duration lockAfter) {}

    /** Whose login is open; for tests that are about something else. */
    public Who(Account account, Clinic clinic, String csrfToken) {
        this(
                account,
                clinic,
                csrfToken,
                new Session(new Id<>(new UUID(0, 0)), SessionState.OPEN, SignInRules.USUAL_LOCK));
    }

    /** What she may do. */
    public Role role() {
        return account.role();
    }

    /** Her clinic's id. */
    public Id<Clinic> clinicId() {
        return clinic.id();
    }

    /** Her account's id. */
    public Id<Account> id() {
        return account.id();
    }

    /** Whose page is hers, for a patient. */
    public Optional<Id<Patient>> patient() {
        return account.patient();
    }

    /** Never prints the token. */
    @Override
    public String toString() {
        return "Who[" + account.id() + " " + account.role() + "]";
    }
}
