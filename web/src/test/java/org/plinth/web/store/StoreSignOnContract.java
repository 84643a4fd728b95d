package org.plinth.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Passkey;
import org.plinth.web.clinic.SsoIdentity;
import org.plinth.web.store.StoreFailure.Reason;

/** Links to a provider of single sign-on, and passkeys. */
abstract class StoreSignOnContract extends StoreTokensContract {

    private SsoIdentity identity(String subject) {
        return new SsoIdentity(
                samples.id(),
                samples.clinic.id(),
                samples.clinician.id(),
                "https://id.sample.example",
                subject,
                Samples.NOW);
    }

    private Passkey passkey(String credential) {
        return new Passkey(
                samples.id(),
                samples.clinic.id(),
                samples.clinician.id(),
                "Sample key",
                credential,
                "public",
                4,
                "00000000-0000-0000-0000-000000000000",
                Samples.NOW,
                Optional.empty());
    }

    private void link(SsoIdentity identity) {
        store.write(samples.act("account.sso.link"), s -> {
            s.signOn().link(identity);
            return true;
        });
    }

    private void add(Passkey passkey) {
        store.write(samples.act("account.passkey.add"), s -> {
            s.signOn().addPasskey(passkey);
            return true;
        });
    }

    @Test
    void link_is_found_by_issuer_and_subject_together_to_the_letter() {
        SsoIdentity kim = identity("Kim");
        link(kim);

        assertThat(maybe(s -> s.signOn().findIdentity(kim.issuer(), "Kim"))).contains(kim);
        assertThat(maybe(s -> s.signOn().findIdentity(kim.issuer(), "kim"))).isEmpty();
        assertThat(maybe(s -> s.signOn().findIdentity("https://other.example", "Kim")))
                .isEmpty();
        assertThat(all(s -> s.signOn().identities(kim.clinic(), kim.account()))).containsExactly(kim);
    }

    @Test
    void a_person_at_a_provider_is_linked_once_in_the_whole_installation() {
        Samples others = new Samples(77);
        others.found(store);
        link(identity("Kim"));
        SsoIdentity again = new SsoIdentity(
                others.id(),
                others.clinic.id(),
                others.clinician.id(),
                "https://id.sample.example",
                "Kim",
                Samples.NOW);

        StoreFailure failure = failure(() -> store.write(others.act("account.sso.link"), s -> {
            s.signOn().link(again);
            return true;
        }));

        assertThat(failure.reason()).isEqualTo(Reason.DUPLICATE);
    }

    @Test
    void unlinking_another_accounts_link_finds_nothing_and_ones_own_ends_it() {
        SsoIdentity kim = identity("Kim");
        link(kim);

        StoreFailure failure = failure(() -> store.write(samples.act("x"), s -> {
            s.signOn().unlink(kim.clinic(), samples.id(), kim.id());
            return true;
        }));
        store.write(samples.act("account.sso.unlink"), s -> {
            s.signOn().unlink(kim.clinic(), kim.account(), kim.id());
            return true;
        });

        assertThat(failure.reason()).isEqualTo(Reason.NOT_FOUND);
        assertThat(maybe(s -> s.signOn().findIdentity(kim.issuer(), "Kim"))).isEmpty();
        AuditEvent last = store.read(s -> s.audit().newest(kim.clinic(), Long.MAX_VALUE, 1))
                .get(0);
        assertThat(last.before().orElseThrow()).contains(kim.id().toString().substring(0, 8));
        assertThat(last.after()).isEmpty();
        assertThat(store.read(s -> s.audit().newest(kim.clinic(), Long.MAX_VALUE, 50))
                        .toString())
                .doesNotContain("Kim");
    }

    @Test
    void passkey_comes_back_and_its_counter_moves_once() {
        Passkey key = passkey("c1");
        add(key);

        boolean first = store.write(samples.act("passkey.use"), s -> s.signOn().notePasskeyUse(key, 5, Samples.NOW));
        boolean raced = store.write(samples.act("passkey.use"), s -> s.signOn().notePasskeyUse(key, 6, Samples.NOW));

        assertThat(first).isTrue();
        assertThat(raced).isFalse();
        Passkey now = maybe(s -> s.signOn().findPasskey("c1")).orElseThrow();
        assertThat(now.counter()).isEqualTo(5);
        assertThat(now.usedAt()).contains(Samples.NOW);
        assertThat(now.name()).isEqualTo("Sample key");
    }

    @Test
    void passkey_is_one_of_its_kind_and_only_its_owner_removes_it() {
        Passkey key = passkey("c1");
        add(key);

        assertThat(failure(() -> add(passkey("c1"))).reason()).isEqualTo(Reason.DUPLICATE);
        assertThat(failure(() -> store.write(samples.act("x"), s -> {
                            s.signOn().removePasskey(key.clinic(), samples.id(), key.id());
                            return true;
                        }))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
        store.write(samples.act("account.passkey.remove"), s -> {
            s.signOn().removePasskey(key.clinic(), key.account(), key.id());
            return true;
        });
        assertThat(all(s -> s.signOn().passkeys(key.clinic(), key.account()))).isEmpty();
    }
}
