package org.plinth.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Invitation;
import org.plinth.web.clinic.LoginSession;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.SessionState;
import org.plinth.web.clinic.SignInRules;
import org.plinth.web.store.StoreFailure.Reason;

/** What every database must do for signing in. */
abstract class StoreSignInContract extends StoreCopyContract {

    private static final Instant LATER = Samples.NOW.plusSeconds(3600);

    private <T> T change(Function<Stores, T> work) {
        return store.write(samples.act("account.test"), work);
    }

    private boolean run(Function<Stores, Boolean> work) {
        return change(work);
    }

    private Id<Account> ada() {
        return samples.clinician.id();
    }

    private void open(LoginSession session) {
        run(s -> {
            s.accounts().openSession(session);
            return true;
        });
    }

    @Test
    void a_session_gets_another_token_and_state_and_keeps_its_id() {
        LoginSession old = samples.session("a1".repeat(32), LATER);
        open(old);
        LoginSession renewed = old.renewed("b2".repeat(32), SessionState.LOCKED, Samples.NOW, LATER);

        assertThat(run(s -> s.accounts().renewSession(renewed))).isTrue();

        assertThat(maybe(s -> s.accounts().findSession(old.tokenHash()))).isEmpty();
        assertThat(maybe(s -> s.accounts().findSession(renewed.tokenHash())))
                .map(AccountStore.SessionOf::session)
                .contains(renewed);
        run(s -> {
            s.accounts().endSessions(clinic(), ada());
            return true;
        });
        assertThat(run(s -> s.accounts().renewSession(renewed))).isFalse();
    }

    @Test
    void sessions_are_listed_and_ended_one_by_one_and_all_but_one() {
        LoginSession one = samples.session("a1".repeat(32), LATER);
        LoginSession two = samples.session("b2".repeat(32), LATER);
        LoginSession three = samples.session("c3".repeat(32), LATER);
        List.of(one, two, three).forEach(this::open);
        assertThat(all(s -> s.accounts().sessions(clinic(), ada()))).containsExactlyInAnyOrder(one, two, three);

        run(s -> {
            s.accounts().endSession(clinic(), ada(), one.id());
            return true;
        });
        assertThat(all(s -> s.accounts().sessions(clinic(), ada()))).containsExactlyInAnyOrder(two, three);
        run(s -> {
            s.accounts().endOtherSessions(clinic(), ada(), three.id());
            return true;
        });
        assertThat(all(s -> s.accounts().sessions(clinic(), ada()))).containsExactly(three);
    }

    @Test
    void the_rules_of_a_clinic_are_the_usual_ones_until_set_and_stand_beside_each_session() {
        open(samples.session("a1".repeat(32), LATER));
        assertThat(store.<SignInRules>read(s -> s.signIn().rules(clinic()))).isEqualTo(SignInRules.usual(clinic()));
        assertThat(maybe(s -> s.accounts().findSession("a1".repeat(32))))
                .map(AccountStore.SessionOf::lockAfter)
                .contains(SignInRules.USUAL_LOCK);

        SignInRules strict = new SignInRules(clinic(), true, Duration.ofMinutes(3));
        for (int i = 0; i < 2; i++) {
            run(s -> {
                s.signIn().setRules(strict);
                return true;
            });
        }

        assertThat(store.<SignInRules>read(s -> s.signIn().rules(clinic()))).isEqualTo(strict);
        assertThat(maybe(s -> s.accounts().findSession("a1".repeat(32))))
                .map(AccountStore.SessionOf::lockAfter)
                .contains(Duration.ofMinutes(3));
    }

    @Test
    void a_second_factor_counts_from_its_first_code_and_no_code_counts_twice() {
        run(s -> {
            s.signIn().offerFactor(clinic(), ada(), "sealed-1");
            s.signIn().offerFactor(clinic(), ada(), "sealed-2");
            return true;
        });
        assertThat(maybe(s -> s.signIn().factor(clinic(), ada())).orElseThrow())
                .extracting(SignInStore.Factor::sealedSecret, SignInStore.Factor::confirmed)
                .containsExactly("sealed-2", false);
        assertThat(all(s -> s.signIn().withFactor(clinic()))).isEmpty();

        assertThat(run(s -> s.signIn().useStep(clinic(), ada(), 100))).isTrue();
        assertThat(run(s -> s.signIn().useStep(clinic(), ada(), 100))).isFalse();
        assertThat(run(s -> s.signIn().useStep(clinic(), ada(), 99))).isFalse();
        assertThat(run(s -> s.signIn().useStep(clinic(), ada(), 101))).isTrue();

        assertThat(all(s -> s.signIn().withFactor(clinic()))).containsExactly(ada());
        StoreFailure refused = failure(() -> run(s -> {
            s.signIn().offerFactor(clinic(), ada(), "sealed-3");
            return true;
        }));
        assertThat(refused.reason()).isEqualTo(Reason.WRONG_STATE);
    }

    @Test
    void recovery_codes_are_good_once_and_go_with_the_factor() {
        List<String> hashes = List.of("1".repeat(64), "2".repeat(64));
        run(s -> {
            s.signIn().offerFactor(clinic(), ada(), "sealed");
            s.signIn().setRecoveryCodes(clinic(), ada(), List.of("9".repeat(64)));
            s.signIn().setRecoveryCodes(clinic(), ada(), hashes);
            return true;
        });
        assertThat(run(s -> s.signIn().takeRecoveryCode(clinic(), ada(), "9".repeat(64))))
                .isFalse();
        assertThat(run(s -> s.signIn().takeRecoveryCode(clinic(), ada(), hashes.get(0))))
                .isTrue();
        assertThat(run(s -> s.signIn().takeRecoveryCode(clinic(), ada(), hashes.get(0))))
                .isFalse();
        assertThat(store.<Integer>read(s -> s.signIn().recoveryCodes(clinic(), ada())))
                .isEqualTo(1);

        run(s -> {
            s.signIn().removeFactor(clinic(), ada());
            return true;
        });

        assertThat(store.<Integer>read(s -> s.signIn().recoveryCodes(clinic(), ada())))
                .isZero();
        assertThat(maybe(s -> s.signIn().factor(clinic(), ada()))).isEmpty();
    }

    @Test
    void an_invitation_is_taken_once_in_time_and_never_when_withdrawn() {
        Invitation first = invite("a".repeat(64));
        Invitation second = invite("b".repeat(64));
        assertThat(maybe(s -> s.signIn().findInvitation("a".repeat(64)))).contains(first);
        assertThat(all(s -> s.signIn().openInvitations(clinic()))).containsExactlyInAnyOrder(first, second);

        assertThat(run(s -> s.signIn().takeInvitation(first, LATER))).isFalse();
        assertThat(run(s -> s.signIn().takeInvitation(first, Samples.NOW))).isTrue();
        assertThat(run(s -> s.signIn().takeInvitation(first, Samples.NOW))).isFalse();
        assertThat(maybe(s -> s.signIn().findInvitation("a".repeat(64)))).isEmpty();

        run(s -> {
            s.signIn().revokeInvitation(clinic(), second.id());
            return true;
        });
        assertThat(maybe(s -> s.signIn().findInvitation("b".repeat(64)))).isEmpty();
        assertThat(run(s -> s.signIn().takeInvitation(second, Samples.NOW))).isFalse();
        StoreFailure gone = failure(() -> run(s -> {
            s.signIn().revokeInvitation(clinic(), second.id());
            return true;
        }));
        assertThat(gone.reason()).isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void the_chain_knows_that_signing_in_changed_and_neither_secret_hash_nor_name() {
        invite("c".repeat(64));
        run(s -> {
            s.signIn().offerFactor(clinic(), ada(), "sealed-canary");
            s.signIn().useStep(clinic(), ada(), 100);
            s.signIn().setRecoveryCodes(clinic(), ada(), List.of("d".repeat(64)));
            return true;
        });

        String chain =
                store.read(s -> s.audit().newest(clinic(), Long.MAX_VALUE, 100)).toString();

        assertThat(chain)
                .contains("\"second_factor_confirmed\":true", "\"role\":\"AUDITOR\"")
                .doesNotContain("sealed-canary", "c".repeat(64), "d".repeat(64), "Canaryname");
        assertThat(maybe(s -> s.audit().verify())).isEmpty();
    }

    private Invitation invite(String hash) {
        Invitation invitation = new Invitation(
                samples.id(),
                clinic(),
                Role.AUDITOR,
                Optional.empty(),
                Optional.empty(),
                "Canaryname",
                Samples.NOW,
                ada(),
                LATER);
        return change(s -> {
            s.signIn().invite(invitation, hash);
            return invitation;
        });
    }
}
