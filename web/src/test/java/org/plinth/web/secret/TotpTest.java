package org.plinth.web.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] RFC_SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final long NEVER = Long.MIN_VALUE;

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void vectors_of_rfc_6238_appendix_b_for_sha_1_hold(long unixSeconds, String code) {
        long step = Totp.step(Instant.ofEpochSecond(unixSeconds));

        assertThat(Totp.code(RFC_SECRET, step, 8)).isEqualTo(code);
        assertThat(Totp.code(RFC_SECRET, Instant.ofEpochSecond(unixSeconds))).isEqualTo(code.substring(2));
    }

    @ParameterizedTest
    @CsvSource({"0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314", "9, 520489"})
    void vectors_of_rfc_4226_appendix_d_hold(long counter, String code) {
        assertThat(Totp.code(RFC_SECRET, counter, 6)).isEqualTo(code);
    }

    @Test
    void a_clock_may_be_one_step_off_and_no_more() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long step = Totp.step(now);

        for (long off = -1; off <= 1; off++) {
            assertThat(Totp.matchingStep(RFC_SECRET, Totp.code(RFC_SECRET, step + off, 6), now, NEVER))
                    .hasValue(step + off);
        }
        assertThat(Totp.matchingStep(RFC_SECRET, Totp.code(RFC_SECRET, step - 2, 6), now, NEVER))
                .isEmpty();
        assertThat(Totp.matchingStep(RFC_SECRET, Totp.code(RFC_SECRET, step + 2, 6), now, NEVER))
                .isEmpty();
    }

    @Test
    void a_code_of_a_used_step_or_an_older_one_counts_no_more() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long step = Totp.step(now);

        assertThat(Totp.matchingStep(RFC_SECRET, Totp.code(RFC_SECRET, step, 6), now, step))
                .isEmpty();
        assertThat(Totp.matchingStep(RFC_SECRET, Totp.code(RFC_SECRET, step - 1, 6), now, step))
                .isEmpty();
        assertThat(Totp.matchingStep(RFC_SECRET, Totp.code(RFC_SECRET, step + 1, 6), now, step))
                .hasValue(step + 1);
    }

    @Test
    void blanks_in_a_code_are_as_authenticators_show_them_and_anything_else_is_wrong() {
        Instant now = Instant.ofEpochSecond(59);

        assertThat(Totp.matchingStep(RFC_SECRET, "287 082", now, NEVER)).isPresent();
        for (String wrong : new String[] {"", "28708", "2870820", "94287082", "٢٨٧٠٨٢", "28708２"}) {
            assertThat(Totp.matchingStep(RFC_SECRET, wrong, now, NEVER))
                    .as(wrong)
                    .isEmpty();
        }
    }

    @Test
    void the_link_escapes_what_people_typed() {
        assertThat(Totp.link("Clinic & Sons", "a b@c?x=1", RFC_SECRET))
                .isEqualTo(
                        "otpauth://totp/Clinic%20%26%20Sons:a%20b%40c%3Fx%3D1?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                                + "&issuer=Clinic%20%26%20Sons&algorithm=SHA1&digits=6&period=30");
    }
}
