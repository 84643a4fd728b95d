package org.plinth.web.http;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.plinth.web.access.Sight;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.ApiToken;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.LoginSession;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.SessionState;
import org.plinth.web.clinic.SignInRules;

/**
 * The person who is logged in, or for whom a program reads. Everything that she asks for is looked up in the clinic in which she acts.
 *
 * @param account who
 * @param clinic in which she acts: her own, but the patient's while she reads what was shared with her
 * @param csrfToken what a form of hers must carry as {@code csrf}, and a script as {@code X-Plinth-Csrf}
 * @param session her login
 * @param sight by what right she sees what she asked for
 * @param token by which a program reads as her; empty where she herself is logged in
 */
public record Who(
        Account account, Clinic clinic, String csrfToken, Session session, Sight sight, Optional<ApiToken> token) {

    /**
     * Her login.
     *
     * @param id opaque
     * @param state how far it has come
     * @param lockAfter how long without a touch until it locks
     */
    public record Session(Id<LoginSession> id, SessionState state, Duration lockAfter) {}

    /** In her own clinic. */
    public Who(Account account, Clinic clinic, String csrfToken, Session session) {
        this(account, clinic, csrfToken, session, new Sight.Ordinary(), Optional.empty());
    }

    /** Whose login is open; for tests that are about something else. */
    public Who(Account account, Clinic clinic, String csrfToken) {
        this(
                account,
                clinic,
                csrfToken,
                new Session(new Id<>(new UUID(0, 0)), SessionState.OPEN, SignInRules.USUAL_LOCK));
    }

    /** The same person, acting there, by that right. */
    public Who acting(Clinic there, Sight by) {
        return new Who(account, there, csrfToken, session, by, token);
    }

    /** The same person, for whom a program reads by this token. */
    Who by(ApiToken held) {
        return new Who(account, clinic, csrfToken, session, sight, Optional.of(held));
    }

    /** Whether she reads in a clinic that is not hers, and may change nothing. */
    public boolean isGuest() {
        return sight instanceof Sight.AsGuest;
    }

    /** What she may do. */
    public Role role() {
        return account.role();
    }

    /** Id of the clinic in which she acts. */
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
