package org.plinth.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.ApiToken;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.TokenScope;
import org.plinth.web.store.StoreFailure.Reason;

/** Tokens by which programs read. */
abstract class StoreTokensContract extends StoreSignInContract {

    private static final String HASH = "5e".repeat(32);

    private ApiToken token(Samples of, Role role) {
        return new ApiToken(
                of.id(),
                of.clinic.id(),
                of.clinician.id(),
                role,
                "Sample reader",
                "plinth_Ab12",
                EnumSet.of(TokenScope.RAW_READ, TokenScope.RESULTS_READ),
                Samples.NOW,
                Samples.NOW.plus(Duration.ofDays(90)),
                Optional.empty(),
                Optional.empty());
    }

    private ApiToken added(String hash) {
        ApiToken token = token(samples, Role.CLINICIAN);
        store.write(samples.act("token.make"), s -> {
            s.tokens().add(token, hash);
            return true;
        });
        return token;
    }

    @Test
    void token_is_found_by_its_hash_with_its_maker() {
        ApiToken token = added(HASH);

        TokenStore.Held held = store.read(s -> s.tokens().findByHash(HASH)).orElseThrow();

        assertThat(held.token()).isEqualTo(token);
        assertThat(held.account()).isEqualTo(samples.clinician);
        assertThat(maybe(s -> s.tokens().findByHash("00".repeat(32)))).isEmpty();
        assertThat(all(s -> s.tokens().all(samples.clinic.id()))).containsExactly(token);
    }

    @Test
    void token_is_ended_once_and_stays_to_be_seen() {
        ApiToken token = added(HASH);

        boolean first = store.write(samples.act("token.revoke"), s -> s.tokens().revoke(token.clinic(), token.id()));
        boolean again = store.write(samples.act("token.revoke"), s -> s.tokens().revoke(token.clinic(), token.id()));

        assertThat(first).isTrue();
        assertThat(again).isFalse();
        ApiToken ended =
                store.read(s -> s.tokens().findByHash(HASH)).orElseThrow().token();
        assertThat(ended.revokedAt()).isPresent();
        assertThat(ended.state(Samples.NOW)).isEqualTo(ApiToken.State.REVOKED);
    }

    @Test
    void last_use_is_kept_and_leaves_no_row_in_the_chain() {
        ApiToken token = added(HASH);
        long before = store.read(s -> s.audit().count());

        store.write(Act.ofPlinth(token.clinic(), Samples.NOW, "token.used"), s -> {
            s.tokens().touch(token.clinic(), token.id(), Samples.NOW.plusSeconds(90));
            return true;
        });

        assertThat(store.read(s -> s.tokens().findByHash(HASH))
                        .orElseThrow()
                        .token()
                        .usedAt())
                .contains(Samples.NOW.plusSeconds(90));
        assertThat(store.<Long>read(s -> s.audit().count())).isEqualTo(before);
    }

    @Test
    void two_clinics_do_not_see_each_others_tokens() {
        Samples others = new Samples(78);
        others.found(store);
        ApiToken token = added(HASH);

        assertThat(all(s -> s.tokens().all(others.clinic.id()))).isEmpty();
        boolean ended = store.write(others.act("token.revoke"), s -> s.tokens().revoke(others.clinic.id(), token.id()));
        assertThat(ended).isFalse();
        StoreFailure failure = failure(() -> store.write(others.act("token.make"), s -> {
            s.tokens().add(token(samples, Role.CLINICIAN), "11".repeat(32));
            return true;
        }));
        assertThat(failure.reason()).isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void chain_holds_scopes_and_end_and_neither_hash_nor_name() {
        ApiToken token = added(HASH);

        String after = all(s -> s.audit().about(token.clinic(), "token:" + token.id()))
                .get(0)
                .after()
                .orElseThrow();

        assertThat(after).contains("RAW_READ,RESULTS_READ").contains("expires_at");
        assertThat(after).doesNotContain(HASH).doesNotContain("Sample reader").doesNotContain("plinth_");
        assertThat(Set.copyOf(token.scopes())).hasSize(2);
    }

    @Test
    void a_patient_has_no_token() {
        StoreFailure failure = failure(() -> store.write(samples.act("token.make"), s -> {
            s.tokens().add(token(samples, Role.PATIENT), HASH);
            return true;
        }));

        assertThat(failure.reason()).isEqualTo(Reason.INVALID);
    }

    @Test
    void patients_are_given_page_by_page_in_one_order_and_once() {
        List<Id<Patient>> added = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Patient patient = samples.patient("Sample " + i);
            added.add(patient.id());
            store.write(samples.act("patient.add"), s -> {
                s.patients().add(patient);
                return true;
            });
        }
        Samples others = new Samples(79);
        others.found(store);

        List<Id<Patient>> read = new ArrayList<>();
        Optional<Id<Patient>> after = Optional.empty();
        List<Patient> page;
        do {
            Optional<Id<Patient>> from = after;
            page = all(s -> s.patients().page(samples.clinic.id(), from, 6));
            page.forEach(patient -> read.add(patient.id()));
            after = page.stream().reduce((one, last) -> last).map(Patient::id);
        } while (page.size() == 6);

        assertThat(read).doesNotHaveDuplicates().containsAll(added);
        assertThat(read)
                .hasSameElementsAs(all(s -> s.patients().search(samples.clinic.id(), "", 100)).stream()
                        .map(Patient::id)
                        .toList());
    }
}
