package org.plinth.web.http;

import java.util.Optional;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Role;

/**
 * The person who is logged in. Everything that she asks for is looked up in her clinic.
 *
 * @param account who
 * @param clinic hers
 * @param csrfToken what a form of hers must carry as {@code csrf}, and a script as {@code X-Plinth-Csrf}
 */
public record Who(Account account, Clinic clinic, String csrfToken) {

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
