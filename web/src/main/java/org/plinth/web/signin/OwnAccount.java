package org.plinth.web.signin;

import java.util.List;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.LoginSession;
import org.plinth.web.clinic.SessionState;
import org.plinth.web.http.Logins;
import org.plinth.web.http.Visitor;
import org.plinth.web.http.Who;
import org.plinth.web.store.Act;
import org.plinth.web.store.Passwords;
import org.plinth.web.store.Store;

/** What somebody does with her own account. Blocks; any thread. */
public final class OwnAccount {

    private final Store store;
    private final Passwords passwords;
    private final Logins logins;

    /** Over this store. */
    public OwnAccount(Store store, Passwords passwords, Logins logins) {
        this.store = store;
        this.passwords = passwords;
        this.logins = logins;
    }

    /** Her open logins, newest first. */
    public List<LoginSession> sessions(Who who, Visitor visitor) {
        return store.read(stores -> stores.accounts().sessions(who.clinicId(), who.id())).stream()
                .filter(session -> session.expiresAt().isAfter(visitor.at()))
                .toList();
    }

    /** Ends one of her logins. */
    public void end(Who who, Id<LoginSession> session, Visitor visitor) {
        store.write(act(who, visitor, "account.session.end"), stores -> {
            stores.accounts().endSession(who.clinicId(), who.id(), session);
            return true;
        });
    }

    /** Ends all of her logins but this one. */
    public void endOthers(Who who, Visitor visitor) {
        store.write(act(who, visitor, "account.sessions.end"), stores -> {
            stores.accounts()
                    .endOtherSessions(who.clinicId(), who.id(), who.session().id());
            return true;
        });
    }

    /** Another name. */
    public void rename(Who who, String displayName, Visitor visitor) {
        Account old = who.account();
        Account renamed = old.named(displayName);
        store.write(act(who, visitor, "account.name"), stores -> {
            stores.accounts().change(renamed);
            return true;
        });
    }

    /**
     * Another password, which has been checked by the rules; she has shown the old one. All her logins end, and she gets a new one.
     *
     * @return the new login
     */
    public Logins.LoggedIn changePassword(Who who, String password, Visitor visitor) {
        String hash = passwords.hash(password);
        return store.write(act(who, visitor, "account.password"), stores -> {
            stores.accounts().setPassword(who.clinicId(), who.id(), hash);
            stores.signIn().revokeInvitationsFor(who.clinicId(), who.id());
            return logins.open(stores, who.account(), SessionState.OPEN, visitor);
        });
    }

    private static Act act(Who who, Visitor visitor, String action) {
        return new Act(who.clinicId(), who.id(), visitor.at(), action, "", visitor.address());
    }
}
