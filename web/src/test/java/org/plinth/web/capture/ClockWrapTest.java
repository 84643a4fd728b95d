package org.plinth.web.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plinth.calibration.Calibration;
import org.plinth.core.metric.MetricResult;
import org.plinth.core.quantity.Force;
import org.plinth.driver.SensorDriver;
import org.plinth.driver.SensorDrivers;
import org.plinth.driver.link.Packet;
import org.plinth.driver.tindeq.ProgressorCodec;
import org.plinth.driver.tindeq.ProgressorFrames;

/** The sensor's clock wraps after 71.6 minutes; twice in one stream, the same efforts measure the same. */
class ClockWrapTest {

    private static final long WRAP = 1L << 32;
    private static final int SAMPLES = 15;
    private static final double PERIOD = 11_592;
    private static final double HUSH_PERIOD = 50e6;

    private final SensorDriver driver =
            SensorDrivers.load().find("tindeq-progressor").orElseThrow();

    /** Rest, rise, plateau and release, seconds after the effort's beginning, in kgf. */
    private static double pull(double seconds) {
        double rise = Math.min(1, Math.max(0, (seconds - 2) / 0.6));
        double fall = Math.min(1, Math.max(0, (7 - seconds) / 0.4));
        return 0.2 + 25 * Math.min(rise, fall) + 0.02 * Math.sin(37 * seconds);
    }

    /** One effort of 9 s whose first stamp is this; the clock of the sensor starts anywhere. */
    private static void effort(ForceAssembly assembly, long firstMicros, Sent sent) {
        for (int n = 0; n < 48; n++) {
            float[] kgf = new float[SAMPLES];
            long[] stamps = new long[SAMPLES];
            for (int i = 0; i < SAMPLES; i++) {
                long since = Math.round((n * (SAMPLES + 1) + i) * PERIOD);
                kgf[i] = (float) pull(since / 1e6);
                stamps[i] = firstMicros + since;
            }
            sent.packet(assembly, kgf, stamps);
        }
    }

    /** Single samples at rest, 50 s apart, so that hours pass without millions of packets. */
    private static void hush(ForceAssembly assembly, long from, long until, Sent sent) {
        for (double at = from; at < until; at += HUSH_PERIOD) {
            sent.packet(assembly, new float[] {0.2f}, new long[] {(long) at});
        }
    }

    private static final class Sent {
        private long count;

        void packet(ForceAssembly assembly, float[] kgf, long[] stamps) {
            byte[] bytes = ProgressorFrames.weights(kgf, stamps, kgf.length);
            assembly.packet(new Packet(ProgressorCodec.DATA, bytes, count++ * 1_000_000, count));
        }
    }

    private ForceAssembly assembly() {
        return new ForceAssembly(
                driver.newDecoder(),
                driver.spec(),
                Calibration.uncalibrated(driver.spec().unit().force()),
                Force.ZERO,
                (micros, newtons) -> {});
    }

    private FoundEffort alone(long firstMicros) {
        ForceAssembly assembly = assembly();
        effort(assembly, firstMicros, new Sent());
        List<FoundEffort> found = FoundEffort.in(assembly.recorded());
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static void assertSame(FoundEffort found, FoundEffort expected) {
        for (Map.Entry<String, MetricResult> one : expected.measurements().entrySet()) {
            MetricResult other = found.measurements().get(one.getKey());
            assertThat(other.withholding())
                    .as(one.getKey())
                    .isEqualTo(one.getValue().withholding());
            if (one.getValue().withholding().isEmpty() && !one.getKey().startsWith("timeOf")) {
                double value = one.getValue().value().orElseThrow();
                assertThat(other.value().orElseThrow())
                        .as(one.getKey())
                        .isCloseTo(value, within(1e-9 * Math.max(1, Math.abs(value))));
            }
        }
    }

    @Test
    void an_effort_that_lies_over_a_wrap_measures_the_same() {
        FoundEffort expected = alone(1_000_000);
        for (long before : new long[] {1_000_000, 2_300_000, 4_000_000, 6_900_000}) {
            assertSame(alone(WRAP - before), expected);
        }
    }

    @Test
    void two_wraps_in_one_stream_change_no_metric() {
        FoundEffort expected = alone(1_000_000);
        ForceAssembly assembly = assembly();
        Sent sent = new Sent();
        long first = WRAP - 4_000_000;
        effort(assembly, first, sent);
        long second = 2 * WRAP - 4_000_000;
        hush(assembly, first + 30_000_000, second - 5_000_000, sent);
        effort(assembly, second, sent);

        RecordedForce recorded = assembly.recorded();
        List<FoundEffort> found = FoundEffort.in(recorded);
        assertThat(recorded.segments()).hasSize(1);
        assertThat(recorded.segments().get(0).durationMicros()).isGreaterThan(WRAP);
        assertThat(found).hasSize(2);
        assertSame(found.get(0), expected);
        assertSame(found.get(1), expected);
    }
}
