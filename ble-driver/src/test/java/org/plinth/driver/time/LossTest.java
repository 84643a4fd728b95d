package org.plinth.driver.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plinth.core.signal.IntervalModel;
import org.plinth.driver.testkit.Remembered;

/** Drops packets from a stream whose truth is known. */
class LossTest {

    /** In-packet interval of the real Progressor notification [µs]. */
    private static final double PERIOD = 11_592;

    private final Remembered sink = new Remembered();

    /** Packet {@code n} of a sensor with these packets; {@code skip} conversions are missing after each. */
    private static long stamp(int n, int i, int samples, int skip, double period, int jitterSeed) {
        double jitter = Math.sin(12.9898 * (n * 31 + i + jitterSeed)) * 3;
        return 53_400 + Math.round((n * (samples + skip) + i) * period + jitter);
    }

    private ClockedStream stream(int packets, int samples, int skip, int dropFrom, int dropped) {
        ClockedStream stream =
                new ClockedStream(SampleClock.ofUnsignedMicros(), IntervalModel.SKIPS_ONE_AT_PACKET_BOUNDARY);
        for (int n = 0; n < packets; n++) {
            if (n < dropFrom || n >= dropFrom + dropped) {
                send(stream, n, samples, skip);
            }
        }
        return stream;
    }

    private void send(ClockedStream stream, int n, int samples, int skip) {
        stream.packet(0);
        stream.beginPacket(samples, samples);
        for (int i = 0; i < samples; i++) {
            stream.sample(stamp(n, i, samples, skip, PERIOD, 7), 1, sink);
        }
        stream.endPacket();
    }

    @Test
    void a_whole_stream_of_a_progressor_has_lost_nothing_and_its_skips_are_counted_apart() {
        var ledger = stream(30, 15, 1, 30, 0).ledger();
        assertThat(ledger.lost()).hasValue(0);
        assertThat(ledger.boundaryGaps()).isEqualTo(29);
        assertThat(ledger.received()).isEqualTo(450);
    }

    @Property(tries = 400)
    void dropping_k_packets_of_fifteen_loses_fifteen_k(
            @ForAll @IntRange(min = 1, max = 50) int k, @ForAll @IntRange(min = 1, max = 60) int from) {
        assertThat(stream(from + k + 8, 15, 1, from, k).ledger().lost()).hasValue(15L * k);
    }

    @Property(tries = 200)
    void dropping_k_packets_of_a_sensor_that_skips_nothing_loses_the_same(
            @ForAll @IntRange(min = 1, max = 50) int k, @ForAll @IntRange(min = 1, max = 60) int from) {
        assertThat(stream(from + k + 8, 15, 0, from, k).ledger().lost()).hasValue(15L * k);
    }

    @Property(tries = 200)
    void dropping_k_packets_of_one_sample_loses_k(
            @ForAll @IntRange(min = 1, max = 50) int k, @ForAll @IntRange(min = 1, max = 60) int from) {
        assertThat(stream(from + k + 8, 1, 0, from, k).ledger().lost()).hasValue((long) k);
    }

    @ParameterizedTest
    @CsvSource({"1, 15", "7, 105", "50, 750"})
    void a_loss_right_after_the_first_packet_is_counted_with_the_second(int k, long lost) {
        assertThat(stream(k + 2, 15, 1, 1, k).ledger().lost()).hasValue(lost);
    }

    @Test
    void two_packets_of_one_sample_tell_no_period_so_the_loss_is_unknown() {
        assertThat(stream(2, 1, 0, 2, 0).ledger().lost()).isEqualTo(OptionalLong.empty());
    }

    @Test
    void losing_every_third_packet_is_counted_to_the_last() {
        ClockedStream stream =
                new ClockedStream(SampleClock.ofUnsignedMicros(), IntervalModel.SKIPS_ONE_AT_PACKET_BOUNDARY);
        long lost = 0;
        for (int n = 0; n < 400; n++) {
            if (n % 3 == 1) {
                lost += 15;
            } else {
                send(stream, n, 15, 1);
            }
        }
        assertThat(stream.ledger().lost()).hasValue(lost);
    }

    @Test
    void extra_skips_of_the_sensor_itself_are_no_loss() {
        ClockedStream stream =
                new ClockedStream(SampleClock.ofUnsignedMicros(), IntervalModel.SKIPS_ONE_AT_PACKET_BOUNDARY);
        int extra = 0;
        for (int n = 0; n < 200; n++) {
            stream.packet(0);
            stream.beginPacket(15, 15);
            for (int i = 0; i < 15; i++) {
                extra += n % 20 == 7 && i == 9 ? 1 : 0;
                stream.sample(stamp(n, i + extra, 15, 1, PERIOD, 3), 1, sink);
            }
            stream.endPacket();
        }
        assertThat(stream.ledger().lost()).hasValue(0);
    }

    @Test
    void a_loss_at_a_wrap_of_the_clock_is_counted_like_any_other() {
        ClockedStream stream =
                new ClockedStream(SampleClock.ofUnsignedMicros(), IntervalModel.SKIPS_ONE_AT_PACKET_BOUNDARY);
        long start = (1L << 32) - 3_000_000;
        for (int n = 0; n < 40; n++) {
            if (n < 14 || n > 18) {
                stream.beginPacket(15, 15);
                for (int i = 0; i < 15; i++) {
                    stream.sample((start + stamp(n, i, 15, 1, PERIOD, 0)) & 0xFFFF_FFFFL, 1, sink);
                }
                stream.endPacket();
            }
        }
        assertThat(stream.ledger().lost()).hasValue(75);
        assertThat(sink.segments).isZero();
        assertThat(sink.micros()).isSorted();
    }

    @Test
    void what_lies_between_two_segments_is_not_counted() {
        ClockedStream stream = stream(40, 15, 1, 20, 2);
        stream.newSegment();
        for (int n = 0; n < 10; n++) {
            send(stream, n, 15, 1);
        }
        assertThat(stream.ledger().lost()).hasValue(30);
        assertThat(sink.segments).isEqualTo(1);
    }
}
