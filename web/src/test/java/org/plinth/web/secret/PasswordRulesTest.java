package org.plinth.web.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plinth.web.secret.PasswordRules.Refusal;

class PasswordRulesTest {

    private static final List<String> KNOWN = List.of("ada.miller", "Ada Miller", "Riverside Physio");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "twelve chars",
                "grün ist der Wald",
                "Ελληνική γλώσσα",
                "床と壁と天井と窓と扉と鍵と",
                "miller-of-the-windy-hill",
                "           x7 fj20 q",
                "🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔🐧"
            })
    void any_long_one_that_is_nobodys_guess_may_be_used(String password) {
        assertThat(PasswordRules.refusal(password, KNOWN)).isEmpty();
    }

    @Test
    void sixty_four_characters_and_two_hundred_are_fine() {
        String base = "a brook runs past nine mills and sings of the tenth; ";
        assertThat(PasswordRules.refusal((base + "x y z w v u t s").substring(0, 64), KNOWN))
                .isEmpty();
        assertThat(PasswordRules.refusal(base + "b".repeat(PasswordRules.MOST - base.length()), KNOWN))
                .isEmpty();
    }

    @Test
    void length_is_counted_in_characters_of_unicode_after_normalising() {
        assertThat(PasswordRules.refusal("elevenchars", KNOWN)).contains(Refusal.TOO_SHORT);
        // Six pictures are twelve UTF-16 units and six characters.
        assertThat(PasswordRules.refusal("🦊🐻🐼🐨🐯🦁", KNOWN)).contains(Refusal.TOO_SHORT);
        // Six letters with their accents apart are twelve characters and six after normalising.
        assertThat(PasswordRules.refusal("e\u0301a\u0301i\u0301o\u0301u\u0301y\u0301", KNOWN))
                .contains(Refusal.TOO_SHORT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Password2026!",
                "P@ssw0rd1234",
                "christopher12",
                "123qweasdzxc",
                "!!!iloveyou!!!",
                "1q2w3e4r5t6y",
                "ｐａｓｓｗｏｒｄ１２３４"
            })
    void common_ones_are_refused_with_ornaments_and_in_wide_letters_too(String password) {
        assertThat(PasswordRules.refusal(password, KNOWN)).contains(Refusal.COMMON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaaaaaaaaaaa",
                "abcdabcdabcd",
                "xyzzyxyzzyxy",
                "123456789012",
                "abcdefghijklm",
                "poiuytrewqpo",
                "mnbvcxzlkjhg"
            })
    void patterns_are_refused(String password) {
        assertThat(PasswordRules.refusal(password, KNOWN)).contains(Refusal.PATTERN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"plinth-plinth-7", "AdaMiller1987", "ada.miller!!2026", "RiversidePhysio", "riverside plinth 12"
            })
    void what_everybody_knows_of_her_is_refused(String password) {
        assertThat(PasswordRules.refusal(password, KNOWN))
                .isIn(java.util.Optional.of(Refusal.KNOWN_WORDS), java.util.Optional.of(Refusal.PATTERN));
    }

    @Test
    void the_list_is_as_long_as_the_documents_say() {
        assertThat(CommonPasswords.size()).isEqualTo(100_002L);
        assertThat(CommonPasswords.hasAny(List.of("Letmein"))).isTrue();
        assertThat(CommonPasswords.hasAny(List.of("no such password anywhere"))).isFalse();
    }
}
