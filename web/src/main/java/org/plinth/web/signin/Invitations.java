package org.plinth.web.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Guardian;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Invitation;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Role;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.LoginThrottle;
import org.plinth.web.http.Tokens;
import org.plinth.web.http.Visitor;
import org.plinth.web.store.Act;
import org.plinth.web.store.Passwords;
import org.plinth.web.store.Store;
import org.plinth.web.store.Stores;

/**
 * Links by which people choose login and password themselves: nobody ever sets a password for somebody else. A link has 256 random
 * bits, is kept as its hash, and is good once, for seven days. Blocks; any thread.
 */
public final class Invitations {

    /** Until the next appointment of most patients. */
    static final Duration VALID = Duration.ofDays(7);

    private static final String WHAT = "invitation";

    private final Store store;
    private final Passwords passwords;
    private final LoginThrottle throttle;
    private final RandomGenerator random;

    /** Over this store; wrong links count in this throttle. */
    public Invitations(Store store, Passwords passwords, LoginThrottle throttle, RandomGenerator random) {
        this.store = store;
        this.passwords = passwords;
        this.throttle = throttle;
        this.random = random;
    }

    /**
     * An invitation with its link, which is known this once.
     *
     * @param invitation as it is kept
     * @param token for the link
     */
    public record Sent(Invitation invitation, String token) {

        /** The address, below the root of the server. */
        public String path() {
            return "/invitation?token=" + token;
        }

        @Override
        public String toString() {
            return "Sent[" + invitation.id() + "]";
        }
    }

    /** Invites somebody to the clinic's staff. */
    public Sent inviteStaff(Act act, Role role, String name) {
        return store.write(act, stores -> send(stores, act, role, Optional.empty(), Optional.empty(), name));
    }

    /**
     * Invites a patient to her own page.
     *
     * @throws HttpFailure 409 if she has an account, 404 if there is no such patient
     */
    public Sent invitePatient(Act act, Id<Patient> patient) {
        return store.write(act, stores -> {
            Patient known = stores.patients().find(act.clinic(), patient).orElseThrow(HttpFailure::notFound);
            if (stores.accounts().findOfPatient(act.clinic(), patient).isPresent()) {
                throw HttpFailure.conflict("account.invite.has");
            }
            open(stores, act).stream()
                    .filter(earlier -> earlier.patient().equals(Optional.of(patient)))
                    .filter(earlier -> earlier.guardian().isEmpty())
                    .forEach(earlier -> stores.signIn().revokeInvitation(act.clinic(), earlier.id()));
            return send(stores, act, Role.PATIENT, Optional.of(patient), Optional.empty(), known.name());
        });
    }

    /**
     * Invites somebody to read a patient's page for her.
     *
     * @param name of her who is invited
     * @throws HttpFailure 404 if there is no such patient
     */
    public Sent inviteGuardian(Act act, Id<Patient> patient, String name, Guardian guardian) {
        return store.write(act, stores -> {
            if (stores.patients().find(act.clinic(), patient).isEmpty()) {
                throw HttpFailure.notFound();
            }
            return send(stores, act, Role.PATIENT, Optional.of(patient), Optional.empty(), name, Optional.of(guardian));
        });
    }

    /** Lets somebody who has an account choose another password; her sessions end, her second factor stays. */
    public Sent sendPasswordLink(Act act, Id<Account> account) {
        return store.write(act, stores -> {
            Account known = stores.accounts().find(act.clinic(), account).orElseThrow(HttpFailure::notFound);
            stores.signIn().revokeInvitationsFor(act.clinic(), account);
            stores.accounts().endSessions(act.clinic(), account);
            return send(stores, act, known.role(), known.patient(), Optional.of(account), known.displayName());
        });
    }

    /** The same invitation under a new link; the old one is worth nothing. */
    public Sent resend(Act act, Id<Invitation> invitation) {
        return store.write(act, stores -> {
            Invitation old = open(stores, act).stream()
                    .filter(known -> known.id().equals(invitation))
                    .findFirst()
                    .orElseThrow(HttpFailure::notFound);
            stores.signIn().revokeInvitation(act.clinic(), invitation);
            return send(stores, act, old.role(), old.patient(), old.account(), old.name(), old.guardian());
        });
    }

    /** Ends it. */
    public void revoke(Act act, Id<Invitation> invitation) {
        store.write(act, stores -> {
            stores.signIn().revokeInvitation(act.clinic(), invitation);
            return true;
        });
    }

    /**
     * What a link leads to.
     *
     * @throws HttpFailure 403 if it is wrong, used, revoked or has run out; 429 for guessing
     */
    public Invitation find(String token, Visitor visitor) {
        throttle.here(WHAT, visitor.address(), visitor.at()).ifPresent(wait -> {
            throw HttpFailure.tooMany(wait);
        });
        Optional<Invitation> found = Tokens.isPlausible(token)
                ? store.read(stores -> stores.signIn().findInvitation(Tokens.hash(token)))
                : Optional.empty();
        Invitation open = found.filter(one -> one.isOpen(visitor.at())).orElseThrow(Invitations::gone);
        throttle.hereRight(WHAT, visitor.address());
        return open;
    }

    /** The account that it is for, where there is one. */
    public Optional<Account> account(Invitation invitation) {
        return invitation
                .account()
                .flatMap(id -> store.read(stores -> stores.accounts().find(invitation.clinic(), id)));
    }

    /** What others know of who is invited, for the rules of passwords. */
    public List<String> known(Invitation invitation) {
        return store.read(stores -> stores.clinics()
                .find(invitation.clinic())
                .map(clinic -> List.of(clinic.name(), invitation.name()))
                .orElse(List.of()));
    }

    /**
     * Makes her account, with the password that she chose.
     *
     * @throws HttpFailure 403 if it was used meanwhile
     * @throws org.plinth.web.store.StoreFailure DUPLICATE, field {@code login}
     */
    public Account take(Invitation invitation, String login, String name, String password, Visitor visitor) {
        Account account = new Account(
                Id.random(random),
                invitation.clinic(),
                login,
                name,
                invitation.role(),
                invitation.patient(),
                false,
                invitation.guardian());
        String hash = passwords.hash(password);
        return store.write(act(invitation, account.id(), visitor), stores -> {
            use(stores, invitation, visitor.at());
            boolean herself = invitation.guardian().isEmpty();
            if (herself
                    && invitation
                            .patient()
                            .flatMap(patient -> stores.accounts().findOfPatient(invitation.clinic(), patient))
                            .isPresent()) {
                throw gone();
            }
            stores.accounts().add(account, hash);
            return account;
        });
    }

    /** Sets the password that she chose for the account that she has. */
    public void takePassword(Invitation invitation, String password, Visitor visitor) {
        Id<Account> account = invitation.account().orElseThrow(Invitations::gone);
        String hash = passwords.hash(password);
        store.write(act(invitation, account, visitor), stores -> {
            use(stores, invitation, visitor.at());
            stores.accounts().setPassword(invitation.clinic(), account, hash);
            return true;
        });
    }

    private static void use(Stores stores, Invitation invitation, Instant now) {
        if (!stores.signIn().takeInvitation(invitation, now)) {
            throw gone();
        }
    }

    private Sent send(
            Stores stores,
            Act act,
            Role role,
            Optional<Id<Patient>> patient,
            Optional<Id<Account>> account,
            String name) {
        return send(stores, act, role, patient, account, name, Optional.empty());
    }

    private Sent send(
            Stores stores,
            Act act,
            Role role,
            Optional<Id<Patient>> patient,
            Optional<Id<Account>> account,
            String name,
            Optional<Guardian> guardian) {
        String token = Tokens.random(random);
        Invitation invitation = new Invitation(
                Id.random(random),
                act.clinic(),
                role,
                patient,
                account,
                name,
                act.at(),
                act.actor(),
                act.at().plus(VALID),
                guardian);
        stores.signIn().invite(invitation, Tokens.hash(token));
        return new Sent(invitation, token);
    }

    private static List<Invitation> open(Stores stores, Act act) {
        return stores.signIn().openInvitations(act.clinic());
    }

    private static Act act(Invitation invitation, Id<Account> account, Visitor visitor) {
        return new Act(invitation.clinic(), account, visitor.at(), "account.invitation.take", "", visitor.address());
    }

    private static HttpFailure gone() {
        return new HttpFailure(403, "LINK_USED", Optional.empty(), "account.invitation.gone");
    }
}
