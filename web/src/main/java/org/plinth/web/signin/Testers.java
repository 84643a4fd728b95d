package org.plinth.web.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.plinth.web.access.AccessDecision;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Visit;
import org.plinth.web.http.AccessTable;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.LoginThrottle;
import org.plinth.web.http.Tokens;
import org.plinth.web.http.Visitor;
import org.plinth.web.http.Who;
import org.plinth.web.store.Act;
import org.plinth.web.store.Passwords;
import org.plinth.web.store.Store;

/**
 * Who tests at a visit, apart from who is logged in (decision S13). A PIN of somebody else's names her as the tester of what is recorded
 * next by this login at this visit. It gives her no rights and this login none of hers: what is done stays the act of who is logged in. A
 * lock ends it, because every unlocking gives the login another token. Blocks; any thread.
 */
public final class Testers {

    /** Who may test at all. */
    public static final Set<Role> MAY_TEST = Set.of(Role.CLINICIAN, Role.ASSISTANT);

    private static final String ROUTE = "/visits/:id/tester";

    private final Store store;
    private final Passwords passwords;
    private final LoginThrottle throttle;
    private final AccessDecision access;

    /** Over this store. */
    public Testers(Store store, Passwords passwords, LoginThrottle throttle, AccessDecision access) {
        this.store = store;
        this.passwords = passwords;
        this.throttle = throttle;
        this.access = access;
    }

    /** What came of a try to switch. */
    public sealed interface Outcome {}

    /** She tests now. */
    public record Switched(Account tester) implements Outcome {}

    /** Not her PIN, or she has none; which of them is not said. */
    public record Wrong() implements Outcome {}

    /** She may not see this patient, or does not test. */
    public record NoRight() implements Outcome {}

    /**
     * Too many tries.
     *
     * @param delay until the next
     */
    public record TooOften(Duration delay) implements Outcome {}

    /** Whether she has a PIN. */
    public boolean hasPin(Who who) {
        return store.read(stores -> stores.testers().pin(who.clinicId(), who.id()))
                .isPresent();
    }

    /** Keeps a PIN that the rules let through; she has shown her password. */
    public void setPin(Who who, String pin, Visitor visitor) {
        String hash = passwords.hash(pin);
        store.write(act(who, visitor, "tester.pin"), stores -> {
            stores.testers().setPin(who.clinicId(), who.id(), hash);
            return true;
        });
    }

    /** Takes her PIN away. */
    public void removePin(Who who, Visitor visitor) {
        store.write(act(who, visitor, "tester.pin.remove"), stores -> {
            stores.testers().removePin(who.clinicId(), who.id());
            return true;
        });
    }

    /** Who can be switched to at a visit: with a PIN, in a role that tests, with a right to the patient. By name. */
    public List<Account> choice(Who who, Id<Visit> visit, Instant now) {
        List<Account> with = store.read(stores -> {
            List<Id<Account>> ids = stores.testers().withPin(who.clinicId());
            return stores.accounts().all(who.clinicId()).stream()
                    .filter(account -> ids.contains(account.id()))
                    .toList();
        });
        return with.stream().filter(may(who, visit, now)).toList();
    }

    private Predicate<Account> may(Who who, Id<Visit> visit, Instant now) {
        AccessTable.Rule rule = AccessTable.find("POST", ROUTE).orElseThrow();
        return account -> !account.disabled()
                && access.stillGrants(new AccessDecision.Asked(
                        rule.need(),
                        Map.of("id", visit.toString()),
                        Optional.of(new AccessDecision.Caller(account, who.clinic())),
                        now,
                        ""));
    }

    /**
     * Switches to somebody by her PIN; to who is logged in without one, where she has none.
     *
     * @throws HttpFailure 404 for an account of another clinic
     */
    public Outcome switchTo(Who who, Visit visit, Id<Account> tester, String pin, Visitor visitor) {
        Account wanted = store.read(stores -> stores.accounts().find(who.clinicId(), tester))
                .orElseThrow(HttpFailure::notFound);
        Optional<String> hash = store.read(stores -> stores.testers().pin(who.clinicId(), tester));
        boolean herself = tester.equals(who.id());
        if (!herself || hash.isPresent()) {
            Optional<Duration> wait = attempt(who, tester, visitor);
            if (wait.isPresent()) {
                return new TooOften(wait.get());
            }
            if (hash.isEmpty() ? !passwords.matchesNobody(pin) : !passwords.matches(pin, hash.get())) {
                note(who, wanted, visitor);
                return new Wrong();
            }
            right(who, tester, visitor);
        }
        if (!may(who, visit.id(), visitor.at()).test(wanted)) {
            return new NoRight();
        }
        return store.write(act(who, visitor, "tester.switch"), stores -> {
            stores.testers().switchTo(visit, key(who), tester);
            return new Switched(wanted);
        });
    }

    /** Tries count for the account from everywhere, and for this login whomever it tries. */
    private Optional<Duration> attempt(Who who, Id<Account> tester, Visitor visitor) {
        Optional<Duration> here = throttle.here(login(who), "", visitor.at());
        return here.isPresent() ? here : throttle.code(pinOf(tester), visitor.address(), visitor.at());
    }

    private void right(Who who, Id<Account> tester, Visitor visitor) {
        throttle.hereRight(login(who), "");
        throttle.codeRight(pinOf(tester), visitor.address());
    }

    private static String login(Who who) {
        return "tester " + who.session().id();
    }

    private static String pinOf(Id<Account> tester) {
        return "pin " + tester;
    }

    private void note(Who who, Account wanted, Visitor visitor) {
        store.write(act(who, visitor, "tester.switch.refused"), stores -> {
            stores.audit().note("account:" + wanted.id());
            return true;
        });
    }

    /** Who tests at this visit by this login. */
    public Account now(Who who, Id<Visit> visit) {
        return store.read(stores -> stores.testers()
                        .now(who.clinicId(), visit, key(who))
                        .flatMap(id -> stores.accounts().find(who.clinicId(), id)))
                .orElse(who.account());
    }

    /**
     * The same, where she still may: nothing is written down as tested by somebody who was shut out meanwhile.
     *
     * @throws HttpFailure 409
     */
    public Id<Account> required(Who who, Id<Visit> visit, Instant now) {
        Account tester = now(who, visit);
        if (!tester.id().equals(who.id()) && !may(who, visit, now).test(tester)) {
            throw HttpFailure.conflict("tester.gone");
        }
        return tester.id();
    }

    /** Of this login until it ends or is unlocked: the token of its forms changes with it. */
    private static String key(Who who) {
        return Tokens.hash(who.csrfToken());
    }

    private static Act act(Who who, Visitor visitor, String action) {
        return new Act(who.clinicId(), who.id(), visitor.at(), action, "", visitor.address());
    }
}
