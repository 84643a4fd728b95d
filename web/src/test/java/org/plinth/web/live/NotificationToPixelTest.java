package org.plinth.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plinth.driver.virtual.Scenario;
import org.plinth.driver.virtual.SensorModel;
import org.plinth.driver.virtual.VirtualLinkProvider;
import org.plinth.web.testkit.ClinicServer;

/**
 * From the notification to the pixel: real server, journal, socket, page and Chromium; virtual sensors in real time. The
 * clock starts when the transport hands a notification over, which its journal notes, and stops when the browser has
 * painted the first picture with its last sample. Four sensors are four visits on four pages of one browser, recorded at
 * the same time. Prints its figures; what is asserted is that nothing went missing on the way, not how fast it was.
 */
@Tag("browser")
@Tag("soak")
class NotificationToPixelTest {

    private static final double SECONDS = 20;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    /** Sorted, in milliseconds. */
    private record Figures(List<Double> millis) {

        static Figures of(List<Double> nanos) {
            return new Figures(
                    nanos.stream().map(one -> one / NANOS_PER_MILLI).sorted().toList());
        }

        double quantile(double share) {
            return millis.get((int) Math.min(millis.size() - 1L, Math.round(Math.ceil(share * millis.size())) - 1));
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "p50 %.1f, p95 %.1f, most %.1f ms", quantile(0.5), quantile(0.95), quantile(1));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 80, 1", "1, 1000, 15", "4, 1000, 15"})
    void every_notification_is_painted(int sensors, double rateHz, int samplesPerPacket) {
        SensorModel model = SensorModel.progressor().withRate(rateHz).withPackets(samplesPerPacket, false);
        Scenario scenario = Scenario.ofSeed(3).withSensor(model);
        List<LiveBedside> beds = new ArrayList<>();
        try (ClinicServer server =
                ClinicServer.with(clock -> Optional.of(new VirtualLinkProvider(scenario, sensors, clock, 1)))) {
            try {
                for (int i = 1; i <= sensors; i++) {
                    beds.add(new LiveBedside(server, i));
                }
                beds.forEach(LiveBedside::makeReady);
                beds.forEach(LiveBedside::start);
                long begin = System.nanoTime();
                beds.get(0).painted().await(SECONDS);
                long end = System.nanoTime();
                beds.forEach(LiveBedside::stop);
                tell(sensors + " x " + rateHz + " Hz", beds, begin, end);
            } finally {
                beds.forEach(LiveBedside::close);
            }
        }
    }

    private static void tell(String load, List<LiveBedside> beds, long begin, long end) {
        List<Double> late = new ArrayList<>();
        List<Double> drawn = new ArrayList<>();
        List<Double> between = new ArrayList<>();
        int pictures = 0;
        double error = 0;
        for (LiveBedside bed : beds) {
            List<PaintLog.Painted> all = bed.painted().all();
            error = Math.max(error, bed.painted().clockErrorNanos());
            List<LiveBedside.Arrived> arrived = bed.arrived().stream()
                    .filter(one -> one.nanos() >= begin && one.nanos() < end)
                    .toList();
            assertThat(arrived).isNotEmpty();
            int at = 0;
            for (LiveBedside.Arrived one : arrived) {
                while (at < all.size() && all.get(at).newestMicros() < one.lastMicros()) {
                    at++;
                }
                assertThat(at).as("a picture of what came at " + one).isLessThan(all.size());
                late.add(all.get(at).paintedNanos() - one.nanos());
                drawn.add(all.get(at).drawnNanos() - one.nanos());
            }
            List<PaintLog.Painted> within = all.stream()
                    .filter(one -> one.paintedNanos() >= begin && one.paintedNanos() < end)
                    .toList();
            pictures += within.size();
            for (int i = 1; i < within.size(); i++) {
                between.add(within.get(i).paintedNanos() - within.get(i - 1).paintedNanos());
            }
            assertThat(bed.complaints()).isEmpty();
        }
        double seconds = (end - begin) / NANOS_PER_SECOND * beds.size();
        System.out.printf(
                Locale.ROOT,
                "notification to pixel, %s: %d notifications, painted %s (drawn %s); %.1f pictures a second a page,"
                        + " between two %s; clocks apart by at most %.2f ms%n",
                load,
                late.size(),
                Figures.of(late),
                Figures.of(drawn),
                pictures / seconds,
                Figures.of(between),
                error / NANOS_PER_MILLI);
    }
}
