package org.plinth.web.http;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.LoginSession;
import org.plinth.web.clinic.SessionState;
import org.plinth.web.store.AccountStore.Credentials;
import org.plinth.web.store.AccountStore.SessionOf;
import org.plinth.web.store.Act;
import org.plinth.web.store.Passwords;
import org.plinth.web.store.Store;
import org.plinth.web.store.Stores;

/**
 * Logs people in and out, locks and unlocks, and finds who holds a token. A new token at every step forward: password, second factor,
 * unlocking, another password. A restart keeps people logged in. Blocks; any thread.
 *
 * <p>A login ends after 8 h without a sign of life and after 12 h in any case; it locks after the time that the clinic chose
 * (docs/decisions/0061-signing-in.md).
 */
public final class Logins implements LoginBook {

    static final Duration IDLE = Duration.ofHours(8);
    static final Duration LONGEST = Duration.ofHours(12);
    /** For the code of a second factor, or to set one up. */
    private static final Duration BETWEEN = Duration.ofMinutes(15);
    /** A sign of life is written this often at most. */
    static final Duration TOUCH = Duration.ofMinutes(1);

    private final Store store;
    private final Passwords passwords;
    private final LoginThrottle throttle;
    private final RandomGenerator random;
    private final FreshProofs proofs = new FreshProofs();
    private final RefusedLogins refused;

    /** Over this store. */
    public Logins(Store store, Passwords passwords, LoginThrottle throttle, RandomGenerator random) {
        this.store = store;
        this.passwords = passwords;
        this.throttle = throttle;
        this.random = random;
        this.refused = new RefusedLogins(store, random);
    }

    /** What came of a try to log in, to pass a code or to unlock. */
    public sealed interface Outcome {}

    /**
     * She is in, or one step nearer.
     *
     * @param token for her browser
     * @param account who
     * @param state how far she has come
     */
    public record LoggedIn(String token, Account account, SessionState state) implements Outcome {

        /** The token that her forms must carry from now on. */
        public String csrf() {
            return Tokens.csrf(token);
        }

        @Override
        public String toString() {
            return "LoggedIn[" + account.id() + " " + state + "]";
        }
    }

    /** What she gave is wrong, or the account is disabled; which of them is not said. */
    public record Refused() implements Outcome {}

    /**
     * Too many tries.
     *
     * @param delay until the next
     */
    public record TooOften(Duration delay) implements Outcome {}

    @Override
    public Optional<Who> find(String token, Instant now) {
        if (!Tokens.isPlausible(token)) {
            return Optional.empty();
        }
        String hash = Tokens.hash(token);
        Optional<Found> found = store.read(stores -> stores.accounts()
                .findSession(hash)
                .filter(open -> isAlive(open, now))
                .flatMap(open -> stores.clinics().find(open.account().clinic()).map(clinic -> new Found(open, clinic)))
                .filter(open -> open.of().account().mayEnter(today(open.clinic(), now))));
        found.filter(open -> state(open.of(), now) == SessionState.OPEN
                        && open.of().session().seenAt().plus(TOUCH).isBefore(now))
                .ifPresent(open -> touch(open.clinic(), hash, now));
        return found.map(open -> new Who(
                open.of().account(),
                open.clinic(),
                Tokens.csrf(token),
                new Who.Session(
                        open.of().session().id(),
                        state(open.of(), now),
                        open.of().lockAfter())));
    }

    @Override
    public boolean isIn(Who who, Instant now) {
        Account account = who.account();
        return store.read(stores -> stores
                .accounts()
                .find(account.clinic(), account.id())
                .filter(found -> found.role() == account.role())
                .filter(found -> stores.clinics()
                        .find(found.clinic())
                        .filter(clinic -> found.mayEnter(today(clinic, now)))
                        .isPresent())
                .stream()
                .flatMap(found -> stores.accounts().sessions(found.clinic(), found.id()).stream())
                .filter(session -> session.id().equals(who.session().id()))
                .anyMatch(session -> lasts(session, now)));
    }

    /** Whether she is in and her screen is not locked: what she opened for somebody else lives no longer than that. */
    public boolean isOpen(Who who, Instant now) {
        return isIn(who, now)
                && store.read(stores -> stores.accounts().sessions(who.account().clinic(), who.id())).stream()
                        .filter(session -> session.id().equals(who.session().id()))
                        .anyMatch(session -> state(session, who.session().lockAfter(), now) == SessionState.OPEN);
    }

    @Override
    public boolean provedLately(Who who, Instant now) {
        return proofs.isFresh(who.session().id(), now);
    }

    /** Tries to log in with a password. */
    public Outcome logIn(String login, String password, Visitor visitor) {
        Optional<Duration> wait = throttle.password(login, visitor.address(), visitor.at());
        if (wait.isPresent()) {
            return new TooOften(wait.get());
        }
        Optional<Credentials> known = store.read(stores -> stores.accounts().findByLogin(login));
        boolean right = known.isPresent()
                ? passwords.matches(password, known.get().passwordHash())
                : passwords.matchesNobody(password);
        if (!right || !mayEnter(known.orElseThrow().account(), visitor.at())) {
            refused.note(known.map(Credentials::account), login, visitor);
            return new Refused();
        }
        throttle.passwordRight(login, visitor.address());
        return enter(known.orElseThrow().account(), visitor, "login");
    }

    /**
     * Lets somebody in whose one factor is proved; a second is asked for where there is one or must be one.
     *
     * @param action as the audit log calls this way of coming in
     */
    public LoggedIn enter(Account account, Visitor visitor, String action) {
        return enter(account, visitor, action, store.read(stores -> next(stores, account)));
    }

    /**
     * Lets somebody in who has proved two factors at once: a device she holds, and a PIN or finger that opened it.
     *
     * @param action as the audit log calls this way of coming in
     */
    public LoggedIn enterProved(Account account, Visitor visitor, String action) {
        return enter(account, visitor, action, SessionState.OPEN);
    }

    private LoggedIn enter(Account account, Visitor visitor, String action, SessionState state) {
        String token = Tokens.random(random);
        LoginSession session = session(token, account, state, visitor);
        store.write(act(account, visitor, action), stores -> {
            stores.accounts().forgetSessions(visitor.at(), visitor.at().minus(IDLE));
            stores.accounts().openSession(session);
            return true;
        });
        proofs.note(session.id(), visitor.at());
        return new LoggedIn(token, account, state);
    }

    /**
     * Opens a session in a transaction of somebody else, beside what gives the right to it.
     *
     * @return what her browser gets once the transaction is done
     */
    public LoggedIn open(Stores stores, Account account, SessionState state, Visitor visitor) {
        String token = Tokens.random(random);
        stores.accounts().openSession(session(token, account, state, visitor));
        return new LoggedIn(token, account, state);
    }

    /** The same session under a new token, open, in a transaction of somebody else; the old token is worth nothing from then on. */
    public LoggedIn renew(Stores stores, Who who, Visitor visitor) {
        String token = Tokens.random(random);
        LoginSession old = stores.accounts().sessions(who.clinicId(), who.id()).stream()
                .filter(session -> session.id().equals(who.session().id()))
                .findFirst()
                .orElseThrow(HttpFailure::notLoggedIn);
        boolean isNew = old.state() == SessionState.CODE || old.state() == SessionState.ENROL;
        Instant expires = isNew ? visitor.at().plus(LONGEST) : old.expiresAt();
        LoginSession renewed = old.renewed(Tokens.hash(token), SessionState.OPEN, visitor.at(), expires);
        if (!stores.accounts().renewSession(renewed)) {
            throw HttpFailure.notLoggedIn();
        }
        return new LoggedIn(token, who.account(), SessionState.OPEN);
    }

    /** Locks the session: from now on it reaches nothing but the lock page and the sockets of what runs. */
    public void lock(Who who, Visitor visitor) {
        store.write(act(who.account(), visitor, "account.lock"), stores -> {
            stores.accounts().sessions(who.clinicId(), who.id()).stream()
                    .filter(session -> session.id().equals(who.session().id()))
                    .findFirst()
                    .ifPresent(session -> stores.accounts()
                            .renewSession(session.renewed(
                                    session.tokenHash(), SessionState.LOCKED, session.seenAt(), session.expiresAt())));
            return true;
        });
    }

    /** Tries to unlock. Five wrong passwords are free, then each doubles the wait. */
    public Outcome unlock(Who who, String password, Visitor visitor) {
        Outcome right = check(who, password, visitor, "account.unlock.refused");
        if (!(right instanceof LoggedIn)) {
            return right;
        }
        return store.write(act(who.account(), visitor, "account.unlock"), stores -> renew(stores, who, visitor));
    }

    /**
     * Whether it is her password. Tries count for this login alone: nobody outside can keep her from unlocking.
     *
     * @param refusal what the audit log calls a wrong one
     * @return {@code LoggedIn} without a token of use for the right one
     */
    public Outcome check(Who who, String password, Visitor visitor, String refusal) {
        String here = "login " + who.session().id();
        Optional<Duration> wait = throttle.here(here, "", visitor.at());
        if (wait.isPresent()) {
            return new TooOften(wait.get());
        }
        Optional<Credentials> known = store.read(stores -> stores.accounts().credentials(who.clinicId(), who.id()));
        if (known.isEmpty() || !passwords.matches(password, known.get().passwordHash())) {
            note(who.account(), visitor, refusal);
            return new Refused();
        }
        throttle.hereRight(here, "");
        proofs.note(who.session().id(), visitor.at());
        return new LoggedIn("", who.account(), who.session().state());
    }

    /** Ends the login that has this token; nothing happens if there is none. */
    public void logOut(Who who, String token, Visitor visitor) {
        store.write(act(who.account(), visitor, "logout"), stores -> {
            stores.accounts().endSession(Tokens.hash(token));
            stores.audit().note("account:" + who.id());
            return true;
        });
    }

    private static SessionState next(Stores stores, Account account) {
        if (stores.signIn()
                .factor(account.clinic(), account.id())
                .filter(factor -> factor.confirmed())
                .isPresent()) {
            return SessionState.CODE;
        }
        boolean required = stores.signIn().rules(account.clinic()).requiresSecondFactor(account.role());
        return required ? SessionState.ENROL : SessionState.OPEN;
    }

    private LoginSession session(String token, Account account, SessionState state, Visitor visitor) {
        Instant now = visitor.at();
        return new LoginSession(
                Id.random(random),
                Tokens.hash(token),
                account.clinic(),
                account.id(),
                state,
                now,
                now,
                now.plus(state == SessionState.OPEN ? LONGEST : BETWEEN),
                visitor.address(),
                visitor.browser());
    }

    private static Act act(Account account, Visitor visitor, String action) {
        return new Act(account.clinic(), account.id(), visitor.at(), action, "", visitor.address());
    }

    private void note(Account account, Visitor visitor, String action) {
        Act act = new Act(account.clinic(), Act.PLINTH, visitor.at(), action, "", visitor.address());
        store.write(act, stores -> {
            stores.audit().note("account:" + account.id());
            return true;
        });
    }

    private boolean mayEnter(Account account, Instant now) {
        return store.read(stores -> stores.clinics().find(account.clinic()))
                .filter(clinic -> account.mayEnter(today(clinic, now)))
                .isPresent();
    }

    private static LocalDate today(Clinic clinic, Instant now) {
        return LocalDate.ofInstant(now, clinic.zone());
    }

    private void touch(Clinic clinic, String hash, Instant now) {
        store.write(Act.ofPlinth(clinic.id(), now, "login.seen"), stores -> {
            stores.accounts().touchSession(hash, now);
            return true;
        });
    }

    private static boolean isAlive(SessionOf open, Instant now) {
        return !open.account().disabled() && lasts(open.session(), now);
    }

    private static boolean lasts(LoginSession session, Instant now) {
        return session.expiresAt().isAfter(now) && session.seenAt().plus(IDLE).isAfter(now);
    }

    /** Left alone for longer than the clinic allows, an open one is locked, whether or not a page was there to say so. */
    private static SessionState state(SessionOf open, Instant now) {
        return state(open.session(), open.lockAfter(), now);
    }

    private static SessionState state(LoginSession session, Duration lockAfter, Instant now) {
        boolean left = !session.seenAt().plus(lockAfter).plus(TOUCH).isAfter(now);
        return left && session.state() == SessionState.OPEN ? SessionState.LOCKED : session.state();
    }

    private record Found(SessionOf of, Clinic clinic) {}
}
