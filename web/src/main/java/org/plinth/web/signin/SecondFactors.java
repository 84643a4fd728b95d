package org.plinth.web.signin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Id;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.LoginThrottle;
import org.plinth.web.http.Logins;
import org.plinth.web.http.Tokens;
import org.plinth.web.http.Visitor;
import org.plinth.web.http.Who;
import org.plinth.web.secret.Base32;
import org.plinth.web.secret.RecoveryCodes;
import org.plinth.web.secret.Seal;
import org.plinth.web.secret.Totp;
import org.plinth.web.store.Act;
import org.plinth.web.store.SignInStore.Factor;
import org.plinth.web.store.Store;
import org.plinth.web.store.Stores;

/**
 * One-time codes of an authenticator, and recovery codes for the day on which it is lost. A code is good once; wrong ones are
 * throttled for each account and address. Blocks; any thread.
 */
public final class SecondFactors {

    private static final String ISSUER = "Plinth";

    private final Store store;
    private final Seal seal;
    private final Logins logins;
    private final LoginThrottle throttle;
    private final RandomGenerator random;

    /** Over this store; wrong codes count in this throttle. */
    public SecondFactors(Store store, Seal seal, Logins logins, LoginThrottle throttle, RandomGenerator random) {
        this.store = store;
        this.seal = seal;
        this.logins = logins;
        this.throttle = throttle;
        this.random = random;
    }

    /**
     * A secret that waits for its first code.
     *
     * @param text for typing into an authenticator
     * @param link for a QR picture
     */
    public record Offer(String text, String link) {
        @Override
        public String toString() {
            return "Offer";
        }
    }

    /**
     * A second factor has begun to count.
     *
     * @param in her session under a new token
     * @param recoveryCodes shown this once
     */
    public record Confirmed(Logins.LoggedIn in, List<String> recoveryCodes) {
        @Override
        public String toString() {
            return "Confirmed";
        }
    }

    /** Whether she has one that counts. */
    public boolean has(Who who) {
        return factor(who).filter(Factor::confirmed).isPresent();
    }

    /** Recovery codes that are left. */
    public int codesLeft(Who who) {
        return store.read(stores -> stores.signIn().recoveryCodes(who.clinicId(), who.id()));
    }

    /**
     * Offers her a secret, or shows the one that waits already.
     *
     * @throws org.plinth.web.store.StoreFailure WRONG_STATE if she has one that counts
     */
    public Offer offer(Who who, Visitor visitor) {
        Optional<byte[]> waiting =
                factor(who).filter(known -> !known.confirmed()).flatMap(known -> secret(known));
        byte[] secret = waiting.orElseGet(() -> fresh(who, visitor));
        return new Offer(
                grouped(Base32.text(secret)), Totp.link(ISSUER, who.account().login(), secret));
    }

    private byte[] fresh(Who who, Visitor visitor) {
        byte[] secret = Totp.newSecret(random);
        String sealed = seal.seal(secret, who.id().toString());
        store.write(act(who, visitor, "account.second-factor.offer"), stores -> {
            stores.signIn().offerFactor(who.clinicId(), who.id(), sealed);
            return true;
        });
        return secret;
    }

    /**
     * The first code: from now on the factor counts, every other session of hers ends, and recovery codes are made.
     *
     * @return empty if the code is wrong
     * @throws HttpFailure 429 after too many
     */
    public Optional<Confirmed> confirm(Who who, String code, Visitor visitor) {
        requirePatience(who, visitor);
        Optional<Factor> offered = factor(who).filter(known -> !known.confirmed());
        OptionalLong step = step(offered, code, visitor);
        if (step.isEmpty()) {
            wrong(who, visitor);
            return Optional.empty();
        }
        throttle.codeRight(key(who), visitor.address());
        List<String> codes = RecoveryCodes.fresh(random);
        return store.write(act(who, visitor, "account.second-factor.confirm"), stores -> {
            if (!stores.signIn().useStep(who.clinicId(), who.id(), step.getAsLong())) {
                return Optional.empty();
            }
            stores.signIn().setRecoveryCodes(who.clinicId(), who.id(), hashes(who, codes));
            stores.accounts()
                    .endOtherSessions(who.clinicId(), who.id(), who.session().id());
            return Optional.of(new Confirmed(logins.renew(stores, who, visitor), codes));
        });
    }

    /** At the log-in: a code of the authenticator, or a recovery code. */
    public Logins.Outcome pass(Who who, String code, Visitor visitor) {
        Optional<Duration> wait = throttle.code(key(who), visitor.address(), visitor.at());
        if (wait.isPresent()) {
            return new Logins.TooOften(wait.get());
        }
        boolean recovery = RecoveryCodes.isPlausible(code);
        OptionalLong step = recovery ? OptionalLong.empty() : step(factor(who), code, visitor);
        Optional<Logins.LoggedIn> in = recovery || step.isPresent()
                ? store.write(act(who, visitor, recovery ? "account.code.recovery" : "account.code"), stores -> {
                    boolean right = recovery
                            ? stores.signIn().takeRecoveryCode(who.clinicId(), who.id(), hash(who, code))
                            : stores.signIn().useStep(who.clinicId(), who.id(), step.getAsLong());
                    return right ? Optional.of(logins.renew(stores, who, visitor)) : Optional.empty();
                })
                : Optional.empty();
        if (in.isEmpty()) {
            wrong(who, visitor);
            return new Logins.Refused();
        }
        throttle.codeRight(key(who), visitor.address());
        return in.get();
    }

    /** New recovery codes in place of the old; she has shown her password. */
    public List<String> renewCodes(Who who, Visitor visitor) {
        List<String> codes = RecoveryCodes.fresh(random);
        store.write(act(who, visitor, "account.recovery-codes"), stores -> {
            requireFactor(stores, who);
            stores.signIn().setRecoveryCodes(who.clinicId(), who.id(), hashes(who, codes));
            return true;
        });
        return codes;
    }

    /**
     * Takes her own away; she has shown her password. Her other sessions end.
     *
     * @return her session under a new token
     * @throws HttpFailure 409 where her clinic asks for one
     */
    public Logins.LoggedIn remove(Who who, Visitor visitor) {
        return store.write(act(who, visitor, "account.second-factor.remove"), stores -> {
            if (stores.signIn().rules(who.clinicId()).requiresSecondFactor(who.role())) {
                throw HttpFailure.conflict("account.factor.required");
            }
            stores.signIn().removeFactor(who.clinicId(), who.id());
            stores.accounts()
                    .endOtherSessions(who.clinicId(), who.id(), who.session().id());
            return logins.renew(stores, who, visitor);
        });
    }

    /** Takes somebody else's away, for a reason that the act carries; her sessions end. */
    public void reset(Act act, Id<Account> account) {
        store.write(act, stores -> {
            stores.accounts().endSessions(act.clinic(), account);
            stores.signIn().removeFactor(act.clinic(), account);
            return true;
        });
    }

    private void requireFactor(Stores stores, Who who) {
        if (stores.signIn()
                .factor(who.clinicId(), who.id())
                .filter(Factor::confirmed)
                .isEmpty()) {
            throw HttpFailure.conflict("account.factor.none");
        }
    }

    private OptionalLong step(Optional<Factor> factor, String code, Visitor visitor) {
        return factor.flatMap(known ->
                        secret(known).map(secret -> Totp.matchingStep(secret, code, visitor.at(), known.usedStep())))
                .orElse(OptionalLong.empty());
    }

    private Optional<byte[]> secret(Factor factor) {
        return seal.open(factor.sealedSecret(), factor.account().toString());
    }

    private Optional<Factor> factor(Who who) {
        return store.read(stores -> stores.signIn().factor(who.clinicId(), who.id()));
    }

    private void requirePatience(Who who, Visitor visitor) {
        throttle.code(key(who), visitor.address(), visitor.at()).ifPresent(wait -> {
            throw HttpFailure.tooMany(wait);
        });
    }

    private void wrong(Who who, Visitor visitor) {
        store.write(act(who, visitor, "account.code.refused"), stores -> {
            stores.audit().note("account:" + who.id());
            return true;
        });
    }

    private static String key(Who who) {
        return who.id().toString();
    }

    private static List<String> hashes(Who who, List<String> codes) {
        return codes.stream().map(code -> hash(who, code)).toList();
    }

    /** Of 120 random bits and the account: a plain SHA-256 cannot be turned round. */
    private static String hash(Who who, String code) {
        return Tokens.hash("recovery " + who.id() + " " + RecoveryCodes.plain(code));
    }

    private static String grouped(String text) {
        return text.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private static Act act(Who who, Visitor visitor, String action) {
        return new Act(who.clinicId(), who.id(), visitor.at(), action, "", visitor.address());
    }
}
