package org.plinth.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.plinth.driver.link.Packet;
import org.plinth.driver.testkit.Remembered;
import org.plinth.driver.tindeq.ProgressorCodec;
import org.plinth.driver.tindeq.ProgressorFrames;

/**
 * Drops k packets strictly inside a stream, k = 1 … 50: a driver with a clock or counter reports exactly their samples; all
 * others say that loss cannot be counted, never 0.
 */
class LossOfEveryDriverTest {

    private static final int BEFORE = 20;
    private static final int AFTER = 12;

    /** A sensor whose loss can be counted: how its n-th packet looks and how many samples that holds. */
    private record Countable(String driver, UUID characteristic, int samples, IntFunction<byte[]> packet) {}

    private static final List<Countable> COUNTABLE = List.of(
            new Countable("tindeq-progressor", ProgressorCodec.DATA, 15, n -> progressor(n, 15, 1)),
            new Countable("tindeq-progressor", ProgressorCodec.DATA, 1, n -> progressor(n, 1, 0)),
            new Countable("virtual", ProgressorCodec.DATA, 15, n -> progressor(n, 15, 1)),
            new Countable(
                    "frez-dyno",
                    UUID.fromString("da8a6c42-154b-4b9a-9b00-2f84dfcebfe9"),
                    9,
                    LossOfEveryDriverTest::frez),
            new Countable(
                    "griptonite-motherboard",
                    UUID.fromString("6e400003-b5a3-f393-e0a9-e50e24dcca9e"),
                    1,
                    LossOfEveryDriverTest::motherboard));

    private static byte[] progressor(int n, int samples, int skip) {
        float[] kgf = new float[samples];
        long[] stamps = new long[samples];
        for (int i = 0; i < samples; i++) {
            kgf[i] = 10;
            stamps[i] = 53_400 + Math.round((n * (samples + skip) + i) * 11_592.0);
        }
        return ProgressorFrames.weights(kgf, stamps, samples);
    }

    private static byte[] frez(int n) {
        ByteBuffer to = ByteBuffer.allocate(74).order(ByteOrder.LITTLE_ENDIAN);
        to.put((byte) 1).put((byte) 0);
        for (int i = 0; i < 9; i++) {
            to.putInt(1000 + i).putInt(4 * (9 * n + i));
        }
        return to.array();
    }

    private static byte[] motherboard(int n) {
        int number = (65_530 + n) & 0xFFFF;
        return String.format("%02X%02X2C010A0000ECFFFFE2FFFF000000%n", number & 0xFF, number >> 8)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static SensorDriver driver(String id) {
        return SensorDrivers.load().find(id).orElseThrow();
    }

    @Test
    void dropping_k_packets_reports_exactly_their_samples() {
        for (Countable sensor : COUNTABLE) {
            for (int k = 1; k <= 50; k++) {
                SampleDecoder decoder = driver(sensor.driver()).newDecoder();
                Remembered sink = new Remembered();
                for (int n = 0; n < BEFORE + k + AFTER; n++) {
                    if (n < BEFORE || n >= BEFORE + k) {
                        long nanos = n * 100_000_000L;
                        decoder.decode(
                                new Packet(
                                        sensor.characteristic(), sensor.packet().apply(n), nanos, n),
                                sink);
                    }
                }
                long lost = (long) k * sensor.samples();
                assertThat(decoder.ledger().lost()).as("%s, k = %d", sensor, k).hasValue(lost);
                assertThat(decoder.ledger().received()).isEqualTo((BEFORE + AFTER) * (long) sensor.samples());
                assertThat(decoder.ledger().expected()).hasValue((BEFORE + k + AFTER) * (long) sensor.samples());
                assertThat(sink.segments).isZero();
            }
        }
    }

    @Test
    void every_driver_that_says_its_loss_can_be_counted_is_proved_here() {
        Set<String> declared = SensorDrivers.load().all().stream()
                .filter(driver -> Capability.countsLoss(driver.capabilities()))
                .map(SensorDriver::id)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> proved = COUNTABLE.stream().map(Countable::driver).collect(Collectors.toCollection(TreeSet::new));
        assertThat(proved).isEqualTo(declared);
    }

    @Test
    void all_others_say_that_loss_cannot_be_counted_before_and_after_anything_came() {
        List<SensorDriver> others = SensorDrivers.load().all().stream()
                .filter(driver -> !Capability.countsLoss(driver.capabilities()))
                .toList();
        assertThat(others).hasSize(14);
        for (SensorDriver driver : others) {
            SampleDecoder decoder = driver.newDecoder();
            assertThat(decoder.ledger().lost()).as(driver.id()).isEmpty();
            decoder.decode(new Packet(new UUID(1, 2), new byte[] {1, 2, 3}, 1, 1), new Remembered());
            decoder.newSegment();
            assertThat(decoder.ledger().lost()).as(driver.id()).isEmpty();
            assertThat(decoder.ledger().expected()).as(driver.id()).isEmpty();
        }
    }

    @Test
    void the_progressors_missing_sample_at_each_packet_boundary_is_no_loss() {
        SampleDecoder decoder = driver("tindeq-progressor").newDecoder();
        for (int n = 0; n < 1_338; n++) {
            decoder.decode(
                    new Packet(ProgressorCodec.DATA, progressor(n, 15, 1), n * 185_000_000L, n), new Remembered());
        }
        assertThat(decoder.ledger().lost()).hasValue(0);
        assertThat(decoder.ledger().boundaryGaps()).isEqualTo(1_337);
    }
}
