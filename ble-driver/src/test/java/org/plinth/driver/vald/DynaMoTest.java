package org.plinth.driver.vald;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.driver.Advertisement;
import org.plinth.driver.Certainty;
import org.plinth.driver.SampleDecoder;
import org.plinth.driver.link.Packet;
import org.plinth.driver.testkit.CodecOf;
import org.plinth.driver.testkit.DriverOf;
import org.plinth.driver.testkit.Remembered;

class DynaMoTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final List<byte[]> GOOD =
            List.of(HEX.parseHex("04fb"), HEX.parseHex("0405"), HEX.parseHex("000102"), HEX.parseHex("02020900f603"));

    private final SampleDecoder decoder = new DynaMoDriver().newDecoder();
    private final Remembered sink = new Remembered();
    private int sent;

    private void send(int step) {
        decoder.decode(new Packet(DynaMoDriver.DATA, new byte[] {4, (byte) step}, sent * 5_000_000L, sent), sink);
        sent++;
    }

    /** Rest of a second, a pull of 20 N, rest of a second; one step of 0.5 N never comes where {@code lost} says. */
    private void pull(int lostSteps) {
        for (int i = 0; i < 200; i++) {
            send(0);
        }
        for (int i = 0; i < 40; i++) {
            send(5);
        }
        for (int i = 0; i < 40 - lostSteps; i++) {
            send(-5);
        }
        for (int i = 0; i < 200; i++) {
            send(0);
        }
    }

    @Test
    void force_is_the_sum_of_its_steps() {
        send(-5);
        send(15);
        send(0);
        assertThat(sink.values()).containsExactly(-0.5, 1.0, 1.0);
    }

    @Test
    void a_status_frame_that_hangs_on_a_step_is_passed_over() {
        decoder.decode(new Packet(DynaMoDriver.DATA, HEX.parseHex("040502025200ad03"), 0, 0), sink);
        assertThat(sink.values()).containsExactly(0.5);
        assertThat(sink.malformed).isEmpty();
    }

    @Test
    void a_recording_that_comes_back_to_its_zero_shows_no_shift() {
        pull(0);
        assertThat(decoder.zeroShift().orElseThrow()).isCloseTo(0, within(1e-9));
    }

    @Test
    void five_lost_steps_shift_the_zero_beyond_what_is_trusted() {
        pull(5);
        assertThat(decoder.zeroShift().orElseThrow()).isCloseTo(2.5, within(1e-9));
        assertThat(decoder.zeroShift().orElseThrow()).isGreaterThan(DynaMoDriver.MOST_SHIFT_NEWTONS);
        assertThat(decoder.ledger().lost()).as("nothing tells it").isEmpty();
    }

    @Test
    void a_recording_that_is_too_short_for_both_rests_has_no_verdict() {
        for (int i = 0; i < 150; i++) {
            send(0);
        }
        assertThat(decoder.zeroShift()).isEmpty();
    }

    @Test
    void rest_is_looked_at_over_half_a_second_however_fast_it_sends() {
        ZeroCheck check = new ZeroCheck();
        for (int i = 0; i <= 5_000; i++) {
            check.sample(i * 1_000L, i < 3_000 ? 1 : 4);
        }
        assertThat(check.shift().orElseThrow()).isCloseTo(3, within(1e-9));
    }

    @Test
    void a_step_at_its_limit_may_have_been_cut_off_and_is_over_range() {
        send(5);
        send(127);
        send(0);
        assertThat(sink.overRange).isEqualTo(1);
        assertThat(sink.missing).hasSize(1);
        assertThat(sink.values()).containsExactly(0.5, 13.2);
    }

    @Test
    void it_is_experimental_and_says_so() {
        assertThat(new DynaMoDriver().displayName()).contains("experimental");
        assertThat(new DynaMoDriver().spec().certainty()).isEqualTo(Certainty.LOW);
    }

    @Nested
    class Codec extends CodecOf {
        Codec() {
            super(() -> new DynaMoDriver().newDecoder(), DynaMoDriver.DATA, GOOD);
        }
    }

    /** Its handshake pauses 200 ms between nine writes. */
    @Nested
    @Tag("slow")
    class Driver extends DriverOf {
        Driver() {
            super(
                    new DynaMoDriver(),
                    new Advertisement("a", Optional.of("DynaMo-08464"), Set.of()),
                    sends(Optional.of(DynaMoFrames.START), DynaMoDriver.DATA, GOOD.subList(0, 2)));
        }
    }
}
