package org.plinth.web.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.store.AccountStore.Credentials;
import org.plinth.web.store.AccountStore.LoginSession;
import org.plinth.web.store.AccountStore.SessionOf;
import org.plinth.web.store.Act;
import org.plinth.web.store.Passwords;
import org.plinth.web.store.Store;

/** Logs people in and out, and finds who holds a token. A restart keeps them logged in. Blocks; any thread. */
public final class Logins implements LoginBook {

    private static final Duration IDLE = Duration.ofHours(12);
    private static final Duration LONGEST = Duration.ofDays(7);
    /** A sign of life is written this often at most. */
    private static final Duration TOUCH = Duration.ofMinutes(5);

    private final Store store;
    private final Passwords passwords;
    private final LoginThrottle throttle;
    private final RandomGenerator random;

    /** Over this store. */
    public Logins(Store store, Passwords passwords, LoginThrottle throttle, RandomGenerator random) {
        this.store = store;
        this.passwords = passwords;
        this.throttle = throttle;
        this.random = random;
    }

    /** What came of a try to log in. */
    public sealed interface Outcome {}

    /**
     * She is in.
     *
     * @param token for her browser
     * @param account who
     */
    public record LoggedIn(String token, Account account) implements Outcome {
        @Override
        public String toString() {
            return "LoggedIn[" + account.id() + "]";
        }
    }

    /** Login or password is wrong, or the account is disabled; which of them is not said. */
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
                .flatMap(
                        open -> stores.clinics().find(open.account().clinic()).map(clinic -> new Found(open, clinic))));
        found.filter(open -> open.of().session().seenAt().plus(TOUCH).isBefore(now))
                .ifPresent(open -> touch(open.clinic(), hash, now));
        return found.map(open -> new Who(open.of().account(), open.clinic(), Tokens.csrf(token)));
    }

    /** Tries to log in. */
    public Outcome logIn(String login, String password, String address, Instant now) {
        Optional<Duration> wait = throttle.wait(login, address, now);
        if (wait.isPresent()) {
            return new TooOften(wait.get());
        }
        Optional<Credentials> known = store.read(stores -> stores.accounts().findByLogin(login));
        boolean right = known.isPresent()
                ? passwords.matches(password, known.get().passwordHash())
                : passwords.matchesNobody(password);
        if (!right || known.orElseThrow().account().disabled()) {
            throttle.wrong(login, address, now);
            known.ifPresent(whose -> noteRefusal(whose.account(), address, now));
            return new Refused();
        }
        throttle.right(login, address);
        return open(known.orElseThrow().account(), "login", address, now);
    }

    /** Ends the login that has this token; nothing happens if there is none. */
    public void logOut(Who who, String token, String address, Instant now) {
        store.write(new Act(who.clinicId(), who.id(), now, "logout", "", address), stores -> {
            stores.accounts().endSession(Tokens.hash(token));
            stores.audit().note("account:" + who.id());
            return true;
        });
    }

    /** Opens a login for somebody who has proved who she is; {@code action} tells the audit log how. */
    public LoggedIn open(Account account, String action, String address, Instant now) {
        String token = Tokens.random(random);
        LoginSession session =
                new LoginSession(Tokens.hash(token), account.clinic(), account.id(), now, now, now.plus(LONGEST));
        store.write(new Act(account.clinic(), account.id(), now, action, "", address), stores -> {
            stores.accounts().forgetSessions(now, now.minus(IDLE));
            stores.accounts().openSession(session);
            stores.audit().note("account:" + account.id());
            return true;
        });
        return new LoggedIn(token, account);
    }

    private void noteRefusal(Account account, String address, Instant now) {
        Act act = new Act(account.clinic(), Act.PLINTH, now, "login.refused", "", address);
        store.write(act, stores -> {
            stores.audit().note("account:" + account.id());
            return true;
        });
    }

    private void touch(Clinic clinic, String hash, Instant now) {
        store.write(Act.ofPlinth(clinic.id(), now, "login.seen"), stores -> {
            stores.accounts().touchSession(hash, now);
            return true;
        });
    }

    private static boolean isAlive(SessionOf open, Instant now) {
        return !open.account().disabled()
                && open.session().expiresAt().isAfter(now)
                && open.session().seenAt().plus(IDLE).isAfter(now);
    }

    private record Found(SessionOf of, Clinic clinic) {}
}
