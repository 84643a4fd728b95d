package org.plinth.driver.time;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.plinth.driver.time.SampleClock.Step;

class SampleClockTest {

    private static final long WRAP = 1L << 32;

    private final SampleClock clock = SampleClock.ofUnsignedMicros();

    @Test
    void the_first_stamp_begins_a_segment_at_its_own_time() {
        assertThat(clock.advance(53_400)).isEqualTo(Step.FIRST);
        assertThat(clock.micros()).isEqualTo(53_400);
    }

    @Test
    void stamps_above_the_sign_bit_are_unsigned() {
        clock.advance(0x7FFF_FFFFL);
        assertThat(clock.advance(0x8000_0000L)).isEqualTo(Step.FORWARD);
        assertThat(clock.micros()).isEqualTo(0x8000_0000L);
    }

    @Test
    void three_wraps_in_one_stream_never_step_back() {
        long step = 11_592;
        clock.advance(WRAP - 100_000);
        long expected = WRAP - 100_000;
        while (expected < 3 * WRAP + 5_000_000) {
            long hop = expected % WRAP > 200_000 && expected % WRAP < WRAP - 60_000_000 ? 59_000_000 : step;
            expected += hop;
            assertThat(clock.advance(expected % WRAP)).isEqualTo(Step.FORWARD);
            assertThat(clock.micros()).isEqualTo(expected);
        }
    }

    @Test
    void a_jump_back_that_is_no_wrap_is_a_restart() {
        clock.advance(30_000_000);
        assertThat(clock.advance(53_400)).isEqualTo(Step.RESTARTED);
        assertThat(clock.micros()).isEqualTo(53_400);
    }

    @Test
    void a_jump_forward_longer_than_any_silence_is_a_restart() {
        clock.advance(1_000);
        assertThat(clock.advance(1_000 + SampleClock.LONGEST_SILENCE_MICROS + 1)).isEqualTo(Step.RESTARTED);
    }

    @Test
    void a_restart_after_half_an_hour_is_no_wrap() {
        long[] stamps = {0, 50_000_000, 100_000_000};
        for (long stamp : stamps) {
            clock.advance(stamp);
        }
        assertThat(clock.advance(12_500)).isEqualTo(Step.RESTARTED);
    }

    @Test
    void the_same_stamp_again_is_a_repetition_and_an_unseen_older_one_is_late() {
        clock.advance(1_000_000);
        clock.advance(1_100_000);
        assertThat(clock.advance(1_000_000)).isEqualTo(Step.REPEATED);
        assertThat(clock.advance(1_050_000)).isEqualTo(Step.LATE);
        assertThat(clock.micros()).isEqualTo(1_100_000);
    }

    @Test
    void a_repetition_over_the_wrap_is_seen_as_one() {
        clock.advance(WRAP - 10);
        clock.advance(10);
        assertThat(clock.advance(WRAP - 10)).isEqualTo(Step.REPEATED);
    }

    @Test
    void an_announced_segment_begins_even_with_a_stamp_that_looks_repeated() {
        clock.advance(53_400);
        clock.newSegment();
        assertThat(clock.advance(53_400)).isEqualTo(Step.FIRST);
    }

    @Test
    void ticks_of_a_millisecond_wrap_at_their_own_width() {
        SampleClock millis = new SampleClock(32, 1_000);
        millis.advance(WRAP - 4);
        assertThat(millis.advance(4)).isEqualTo(Step.FORWARD);
        assertThat(millis.micros()).isEqualTo((WRAP + 4) * 1_000);
    }

    @Property(tries = 300)
    void whatever_the_start_intervals_come_out_as_they_went_in(
            @ForAll @LongRange(min = 0, max = 0xFFFF_FFFFL) long start,
            @ForAll @LongRange(min = 1, max = 60_000_000) long interval) {
        SampleClock any = SampleClock.ofUnsignedMicros();
        any.advance(start);
        long before = any.micros();
        assertThat(any.advance((start + interval) % WRAP)).isEqualTo(Step.FORWARD);
        assertThat(any.micros() - before).isEqualTo(interval);
    }
}
