package org.plinth.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void hash_is_argon2id_with_the_stated_cost_and_its_own_salt() {
        String one = passwords.hash("correct horse");
        String two = passwords.hash("correct horse");

        assertThat(one).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isNotEqualTo(two);
        assertThat(passwords.matches("correct horse", one)).isTrue();
        assertThat(passwords.matches("correct horse", two)).isTrue();
        assertThat(passwords.matches("Correct horse", one)).isFalse();
        assertThat(passwords.matches("", one)).isFalse();
    }

    @Test
    void published_hash_of_the_reference_program_is_recognised() {
        // src/test.c of P-H-C/phc-winner-argon2: version 0x13, t 2, m 2^16, p 1, salt "somesalt", hash 09316115…13cf7
        String published = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertThat(passwords.matches("password", published)).isTrue();
        assertThat(passwords.matches("passwort", published)).isFalse();
    }

    @Test
    void the_same_keys_give_the_same_password_on_every_device() {
        // "ä" as one character and as a letter with its dots apart; "1" and the wide "１" of a Japanese keyboard.
        String hash = passwords.hash("n\u00e4chster Zug 1");

        assertThat(passwords.matches("na\u0308chster Zug \uff11", hash)).isTrue();
        assertThat(passwords.matches("nachster Zug 1", hash)).isFalse();
    }

    @Test
    void a_third_one_waits_until_one_of_two_places_is_free() throws Exception {
        Semaphore places = new Semaphore(Passwords.AT_ONCE, true);
        Passwords limited = new Passwords(places);
        places.acquireUninterruptibly(Passwords.AT_ONCE);
        Thread third = new Thread(() -> limited.hash("correct horse"));

        third.start();
        while (places.getQueueLength() == 0) {
            assertThat(third.isAlive()).isTrue();
            Thread.onSpinWait();
        }
        places.release();
        third.join();

        assertThat(places.availablePermits()).isEqualTo(1);
        assertThat(Passwords.AT_ONCE).isEqualTo(2);
    }

    @Test
    void nobody_never_matches() {
        assertThat(passwords.matchesNobody("nobody has this password")).isFalse();
        assertThat(passwords.matchesNobody("")).isFalse();
    }
}
