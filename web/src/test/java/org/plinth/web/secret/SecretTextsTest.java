package org.plinth.web.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretTextsTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void vectors_of_rfc_4648_for_base_32_hold_without_padding(String plain, String text) {
        assertThat(Base32.text(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
        assertThat(Base32.bytes(text.toLowerCase(java.util.Locale.ROOT)))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(plain.getBytes(StandardCharsets.US_ASCII)));
    }

    @Property(tries = 200)
    void base_32_gives_back_every_bytes(@ForAll byte[] bytes) {
        assertThat(Base32.bytes(Base32.text(bytes)))
                .hasValueSatisfying(back -> assertThat(back).isEqualTo(bytes));
    }

    @Test
    void what_is_no_base_32_is_none() {
        assertThat(Base32.bytes("A1")).isEmpty();
        assertThat(Base32.bytes("Ä")).isEmpty();
    }

    @Test
    void recovery_codes_differ_and_are_recognised_however_they_are_typed() {
        List<String> codes = RecoveryCodes.fresh(RANDOM);

        assertThat(codes)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([A-Z2-7]{4}-){5}[A-Z2-7]{4}"));
        String code = codes.get(0);
        assertThat(RecoveryCodes.plain(
                        " " + code.toLowerCase(java.util.Locale.ROOT).replace("-", " ")))
                .isEqualTo(RecoveryCodes.plain(code))
                .hasSize(24);
        assertThat(RecoveryCodes.isPlausible(code)).isTrue();
        assertThat(RecoveryCodes.isPlausible("287082")).isFalse();
    }

    @Test
    void a_sealed_secret_opens_for_its_owner_with_its_key_unaltered_and_else_not_at_all() {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        Seal seal = new Seal(key, RANDOM);
        byte[] secret = "canary secret".getBytes(StandardCharsets.UTF_8);

        String sealed = seal.seal(secret, "ada");

        assertThat(seal.open(sealed, "ada"))
                .hasValueSatisfying(open -> assertThat(open).isEqualTo(secret));
        assertThat(seal.seal(secret, "ada")).isNotEqualTo(sealed);
        assertThat(new String(Base64.getDecoder().decode(sealed), StandardCharsets.ISO_8859_1))
                .doesNotContain("canary");
        assertThat(seal.open(sealed, "bob")).isEmpty();
        byte[] other = key.clone();
        other[0] ^= 1;
        assertThat(new Seal(other, RANDOM).open(sealed, "ada")).isEmpty();
        byte[] bytes = Base64.getDecoder().decode(sealed);
        for (int i = 0; i < bytes.length; i++) {
            byte[] altered = bytes.clone();
            altered[i] ^= 1;
            assertThat(seal.open(Base64.getEncoder().encodeToString(altered), "ada"))
                    .isEmpty();
        }
        assertThat(seal.open(Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, 5)), "ada"))
                .isEmpty();
        assertThat(seal.open("no base64!", "ada")).isEmpty();
    }
}
