package org.plinth.driver.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.plinth.core.signal.IntervalModel;
import org.plinth.driver.Timing;
import org.plinth.driver.testkit.Remembered;

/** Rate, drift and uncertainty against streams whose truth is known. */
class TimingTest {

    private static final double PERIOD = 12_500;

    private final Remembered sink = new Remembered();

    /** Packets of one sample; the device's clock runs {@code ppm} fast, arrivals scatter evenly by ± {@code jitter} µs. */
    private ClockedStream clocked(int packets, double ppm, double jitter) {
        ClockedStream stream = new ClockedStream(SampleClock.ofUnsignedMicros(), IntervalModel.EVEN);
        SplittableRandom random = new SplittableRandom(3);
        for (int n = 0; n < packets; n++) {
            double host = n * PERIOD;
            long stamp = Math.round(host * (1 + ppm / 1e6));
            stream.packet(Math.round((host + jitter * (2 * random.nextDouble() - 1)) * 1e3) + 777_000_000_000L);
            stream.beginPacket(1, 1);
            stream.sample(stamp, 1, sink);
            stream.endPacket();
        }
        return stream;
    }

    @Test
    void a_clock_that_runs_fast_is_measured_within_its_stated_error() {
        for (double ppm : new double[] {-200, -20, 0, 50, 500}) {
            Timing timing = clocked(4_800, ppm, 20_000).timing();
            double error = timing.driftErrorPpm().orElseThrow();
            // Even scatter of ± 20 ms has an SD of 11.5 ms; over 60 s and 4800 packets that is 9.6 ppm.
            assertThat(error).isBetween(8.0, 12.0);
            assertThat(timing.driftPpm().orElseThrow()).isCloseTo(ppm, within(3.3 * error));
        }
    }

    @Test
    void nine_seconds_say_nothing_of_a_drift_and_eleven_do() {
        assertThat(clocked(720, 50, 0).timing().driftPpm()).isEmpty();
        assertThat(clocked(880, 50, 0).timing().driftPpm().orElseThrow()).isCloseTo(50, within(0.1));
    }

    @Test
    void the_rate_is_that_of_the_median_interval_whatever_is_skipped_between_packets() {
        ClockedStream stream =
                new ClockedStream(SampleClock.ofUnsignedMicros(), IntervalModel.SKIPS_ONE_AT_PACKET_BOUNDARY);
        for (int n = 0; n < 40; n++) {
            stream.packet(n * 185_000_000L);
            stream.beginPacket(15, 15);
            for (int i = 0; i < 15; i++) {
                stream.sample(Math.round((n * 16 + i) * 11_592.0), 1, sink);
            }
            stream.endPacket();
        }
        // The real notification's 11.592 ms are 86.27 Hz.
        assertThat(stream.timing().rateHz().orElseThrow()).isCloseTo(86.266, within(0.001));
    }

    @Test
    void drift_is_that_of_the_longest_segment() {
        ClockedStream stream = clocked(2_000, 100, 0);
        stream.newSegment();
        for (int n = 0; n < 900; n++) {
            stream.packet(Math.round(n * PERIOD * 1e3));
            stream.beginPacket(1, 1);
            stream.sample(Math.round(n * PERIOD * 0.999), 1, sink);
            stream.endPacket();
        }
        assertThat(stream.timing().driftPpm().orElseThrow()).isCloseTo(100, within(0.1));
    }

    @Test
    void a_sensor_without_a_clock_states_how_uncertain_its_times_are() {
        ArrivalStream stream = new ArrivalStream(10);
        SplittableRandom random = new SplittableRandom(8);
        for (int n = 0; n < 600; n++) {
            stream.value(1);
            stream.endPacket(n * 100_000_000L + random.nextLong(30_000_000L), sink);
        }
        // Even scatter over 30 ms: SD 30/√12 = 8.66 ms, times 1.96.
        assertThat(stream.timing().uncertaintyMicros().orElseThrow()).isCloseTo(16_974, within(900L));
        assertThat(stream.timing().rateHz().orElseThrow()).isCloseTo(10, within(0.01));
        assertThat(stream.timing().driftPpm()).isEmpty();
        assertThat(stream.ledger().lost()).isEmpty();
    }

    @Test
    void too_little_says_nothing() {
        assertThat(new ArrivalStream(10).timing()).isEqualTo(Timing.UNKNOWN);
        assertThat(clocked(1, 0, 0).timing()).isEqualTo(Timing.UNKNOWN);
    }
}
