package org.plinth.web.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.ApiToken;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.LoginSession;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.SessionState;
import org.plinth.web.clinic.SignInRules;
import org.plinth.web.clinic.TokenScope;
import org.plinth.web.store.Act;
import org.plinth.web.store.Store;
import org.plinth.web.store.TokenStore.Held;

/**
 * Tokens by which programs read: made once and shown once, found by their hash, ended by their maker or an owner. A token is her
 * account in her clinic, never more than its scopes; it ends with her account or her role
 * (docs/decisions/0091-tokens-and-pseudonymous-series.md). Blocks; any thread.
 */
public final class ApiTokens implements TokenBook {

    /** Longest life of one. */
    public static final Duration LONGEST = Duration.ofDays(365);

    /** Until somebody says otherwise. */
    public static final Duration USUAL = Duration.ofDays(90);

    /** Who may have any. */
    public static final Set<Role> MAKERS = Set.of(Role.OWNER, Role.CLINICIAN);

    /** All that do not know a token count together for their address; a right one never waits. */
    private static final String GUESSING = "api token";

    private static final int MOST_OPEN = 20;

    private final Store store;
    private final LoginThrottle throttle;
    private final RandomGenerator random;

    /** Over this store. */
    public ApiTokens(Store store, LoginThrottle throttle, RandomGenerator random) {
        this.store = store;
        this.throttle = throttle;
        this.random = random;
    }

    /**
     * A token that was just made.
     *
     * @param text itself; shown now and never again
     * @param token what is kept
     */
    public record Made(String text, ApiToken token) {
        @Override
        public String toString() {
            return "Made[" + token.id() + "]";
        }
    }

    /**
     * What is asked of a new one.
     *
     * @param name what it is for
     * @param scopes what it opens
     * @param lasts until it ends
     */
    public record Wanted(String name, Set<TokenScope> scopes, Duration lasts) {

        /** Copies the set. */
        public Wanted {
            scopes = Set.copyOf(scopes);
        }
    }

    /** Scopes of which somebody in this role can use anything at all. */
    public static List<TokenScope> offered(Role role) {
        return TokenScopes.of(role);
    }

    /**
     * Makes one for who asks.
     *
     * @throws BadRequest if a scope opens nothing to her, or she has very many already
     */
    public Made make(Who who, Wanted wanted, Visitor visitor) {
        if (!MAKERS.contains(who.role()) || who.token().isPresent()) {
            throw HttpFailure.forbidden();
        }
        if (wanted.scopes().isEmpty() || !offered(who.role()).containsAll(wanted.scopes())) {
            throw new BadRequest("scope", "token.wrong.scope");
        }
        String text = TokenText.random(random);
        ApiToken token = new ApiToken(
                Id.random(random),
                who.account().clinic(),
                who.id(),
                who.role(),
                wanted.name(),
                TokenText.beginning(text),
                wanted.scopes(),
                visitor.at(),
                visitor.at().plus(wanted.lasts()),
                Optional.empty(),
                Optional.empty());
        store.write(act(who, visitor, "token.make"), stores -> {
            long open = stores.tokens().all(token.clinic()).stream()
                    .filter(one -> one.account().equals(who.id()) && one.state(visitor.at()) == ApiToken.State.OPEN)
                    .count();
            if (open >= MOST_OPEN) {
                throw new BadRequest("name", "token.wrong.many", MOST_OPEN);
            }
            stores.tokens().add(token, Tokens.hash(text));
            return true;
        });
        return new Made(text, token);
    }

    /** Those that she may end: an owner all of her clinic, everybody else her own; newest first. */
    public List<ApiToken> seenBy(Who who) {
        return store.read(stores -> stores.tokens().all(who.account().clinic())).stream()
                .filter(token -> mayEnd(who, token))
                .toList();
    }

    /**
     * Ends one at once; again is no fault.
     *
     * @throws HttpFailure 404 if it is not hers to end
     */
    public void revoke(Who who, Id<ApiToken> id, Visitor visitor) {
        ApiToken token = seenBy(who).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(HttpFailure::notFound);
        store.write(act(who, visitor, "token.revoke"), stores -> stores.tokens().revoke(token.clinic(), token.id()));
    }

    private static boolean mayEnd(Who who, ApiToken token) {
        return who.role() == Role.OWNER || token.account().equals(who.id());
    }

    @Override
    public Answer find(String text, Instant now) {
        if (!TokenText.isPlausible(text)) {
            return new Worthless(Why.UNKNOWN);
        }
        Optional<Held> held = store.read(stores -> stores.tokens().findByHash(Tokens.hash(text)));
        if (held.isEmpty()) {
            return new Worthless(Why.UNKNOWN);
        }
        ApiToken token = held.get().token();
        return switch (token.state(now)) {
            case REVOKED -> new Worthless(Why.REVOKED);
            case EXPIRED -> new Worthless(Why.EXPIRED);
            case OPEN -> isHers(held.get()) ? holds(held.get(), now) : new Worthless(Why.MAKER);
        };
    }

    private static boolean isHers(Held held) {
        Account account = held.account();
        return !account.disabled() && account.role() == held.token().role() && MAKERS.contains(account.role());
    }

    private Answer holds(Held held, Instant now) {
        ApiToken token = held.token();
        boolean stale =
                token.usedAt().map(at -> at.plus(Logins.TOUCH).isBefore(now)).orElse(true);
        if (stale) {
            store.write(Act.ofPlinth(token.clinic(), now, "token.used"), stores -> {
                stores.tokens().touch(token.clinic(), token.id(), now);
                return true;
            });
        }
        Who.Session session =
                new Who.Session(new Id<LoginSession>(token.id().value()), SessionState.OPEN, SignInRules.USUAL_LOCK);
        return store.read(stores -> stores.clinics().find(token.clinic()))
                .<Answer>map(clinic -> new Holds(new Who(held.account(), clinic, "", session).by(token)))
                .orElseGet(() -> new Worthless(Why.MAKER));
    }

    @Override
    public Optional<Duration> wrong(String address, Instant now) {
        return throttle.here(GUESSING, address, now);
    }

    private static Act act(Who who, Visitor visitor, String action) {
        return new Act(who.account().clinic(), who.id(), visitor.at(), action, "", visitor.address());
    }
}
