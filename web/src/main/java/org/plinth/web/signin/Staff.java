package org.plinth.web.signin;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Invitation;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.SignInRules;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.store.Act;
import org.plinth.web.store.Store;
import org.plinth.web.store.Stores;

/**
 * What an owner does with the accounts of her clinic's staff. Never a patient's: those belong to the patient's page. Nobody disables or
 * demotes herself, so a clinic is never without an owner. Blocks; any thread.
 */
public final class Staff {

    private final Store store;

    /** Over this store. */
    public Staff(Store store) {
        this.store = store;
    }

    /**
     * What an owner sees.
     *
     * @param accounts of staff, by name
     * @param withFactor those who have a second factor
     * @param invited to the staff, newest first
     * @param rules what the clinic asks
     */
    public record People(
            List<Account> accounts, Set<Id<Account>> withFactor, List<Invitation> invited, SignInRules rules) {
        /** Copies the lists. */
        public People {
            accounts = List.copyOf(accounts);
            withFactor = Set.copyOf(withFactor);
            invited = List.copyOf(invited);
        }
    }

    /** All of the clinic's staff. */
    public People all(Id<Clinic> clinic) {
        return store.read(stores -> new People(
                stores.accounts().all(clinic).stream().filter(Staff::isStaff).toList(),
                Set.copyOf(stores.signIn().withFactor(clinic)),
                stores.signIn().openInvitations(clinic).stream()
                        .filter(invitation -> invitation.role() != Role.PATIENT)
                        .toList(),
                stores.signIn().rules(clinic)));
    }

    /**
     * One of the staff.
     *
     * @throws HttpFailure 404 if there is none with this id in the clinic, or it is a patient's
     */
    public Account find(Id<Clinic> clinic, Id<Account> account) {
        return store.read(stores -> known(stores, clinic, account));
    }

    /** Refuses or allows logging in; refused, all sessions end. */
    public synchronized void setDisabled(Act act, Id<Account> account, boolean disabled) {
        notSelf(act, account);
        store.write(act, stores -> {
            Account old = known(stores, act.clinic(), account);
            stores.accounts().change(with(old, old.role(), disabled));
            requireOwner(stores, act.clinic());
            return true;
        });
    }

    /** Another role; her sessions end, so that none goes on with the old one. */
    public synchronized void setRole(Act act, Id<Account> account, Role role) {
        notSelf(act, account);
        if (role == Role.PATIENT) {
            throw HttpFailure.conflict("account.role.patient");
        }
        store.write(act, stores -> {
            Account old = known(stores, act.clinic(), account);
            stores.accounts().change(with(old, role, old.disabled()));
            stores.accounts().endSessions(act.clinic(), account);
            requireOwner(stores, act.clinic());
            return true;
        });
    }

    /** Two owners may take each other's role away at the same moment; one process owns the data, so one of them is second. */
    private static void requireOwner(Stores stores, Id<Clinic> clinic) {
        boolean any = stores.accounts().all(clinic).stream()
                .anyMatch(account -> account.role() == Role.OWNER && !account.disabled());
        if (!any) {
            throw HttpFailure.conflict("account.lastOwner");
        }
    }

    /** Ends all of her sessions. */
    public void endSessions(Act act, Id<Account> account) {
        store.write(act, stores -> {
            known(stores, act.clinic(), account);
            stores.accounts().endSessions(act.clinic(), account);
            return true;
        });
    }

    /** What the clinic asks from now on; who is in stays in until the next log-in. */
    public void setRules(Act act, SignInRules rules) {
        store.write(act, stores -> {
            stores.signIn().setRules(rules);
            return true;
        });
    }

    /** The number that the clinic's patients call; empty takes it away. */
    public void setPhone(Act act, Optional<String> number) {
        store.write(act, stores -> {
            Clinic clinic = stores.clinics().find(act.clinic()).orElseThrow(HttpFailure::notFound);
            stores.clinics().change(clinic.calledOn(number));
            return true;
        });
    }

    /** Her own account is changed on its own page, which asks for her password. */
    public static void notSelf(Act act, Id<Account> account) {
        if (act.actor().equals(account)) {
            throw HttpFailure.conflict("account.self");
        }
    }

    private static Account known(Stores stores, Id<Clinic> clinic, Id<Account> account) {
        return stores.accounts().find(clinic, account).filter(Staff::isStaff).orElseThrow(HttpFailure::notFound);
    }

    private static boolean isStaff(Account account) {
        return account.role() != Role.PATIENT;
    }

    private static Account with(Account old, Role role, boolean disabled) {
        return new Account(old.id(), old.clinic(), old.login(), old.displayName(), role, old.patient(), disabled);
    }
}
