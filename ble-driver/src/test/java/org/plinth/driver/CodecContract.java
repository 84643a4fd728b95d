package org.plinth.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.driver.link.Packet;

/** What every codec keeps: whatever bytes come, it does not throw and never tells a sample that is none. */
public abstract class CodecContract {

    private static final int PACKETS = 200_000;
    private static final int SOAK_PACKETS = 10_000_000;

    /** A decoder for one recording. */
    protected abstract SampleDecoder newDecoder();

    /** Where its packets come from. */
    protected abstract UUID characteristic();

    /** Good packets, to be damaged. */
    protected abstract List<byte[]> goodPackets();

    @Test
    void survives_random_and_damaged_packets() {
        feed(PACKETS, 20_260_101L);
    }

    @Test
    @Tag("soak")
    void survives_ten_million_random_and_damaged_packets() {
        feed(SOAK_PACKETS, 42L);
    }

    @Test
    void the_same_packets_give_the_same_account() {
        SampleDecoder first = newDecoder();
        SampleDecoder second = newDecoder();
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = damaged(random);
            first.decode(packet(bytes.clone(), i), (micros, value) -> {});
            second.decode(packet(bytes.clone(), i), (micros, value) -> {});
        }
        assertThat(first.ledger()).isEqualTo(second.ledger());
    }

    @Test
    void the_bytes_of_a_packet_are_left_alone() {
        for (byte[] good : goodPackets()) {
            byte[] given = good.clone();
            newDecoder().decode(packet(given, 1), (micros, value) -> {});
            assertThat(given).isEqualTo(good);
        }
    }

    private void feed(int packets, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SampleDecoder decoder = newDecoder();
        Lawful sink = new Lawful();
        for (int i = 0; i < packets; i++) {
            decoder.decode(packet(damaged(random), i), sink);
        }
        Ledger ledger = decoder.ledger();
        assertThat(ledger.packets()).isEqualTo(packets);
        assertThat(ledger.received()).isEqualTo(sink.samples);
        assertThat(ledger.malformed()).isEqualTo(sink.malformed);
        assertThat(ledger.missing()).isEqualTo(sink.missing);
    }

    private Packet packet(byte[] bytes, int number) {
        return new Packet(characteristic(), bytes, number * 1_000_000L, number * 1_000L);
    }

    private byte[] damaged(SplittableRandom random) {
        List<byte[]> good = goodPackets();
        byte[] bytes = good.get(random.nextInt(good.size())).clone();
        return switch (random.nextInt(5)) {
            case 0 -> random(random);
            case 1 -> java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 2 -> java.util.Arrays.copyOf(bytes, bytes.length + random.nextInt(64));
            case 3 -> flipped(bytes, random);
            default -> bytes;
        };
    }

    private static byte[] random(SplittableRandom random) {
        byte[] bytes = new byte[random.nextInt(256)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] flipped(byte[] bytes, SplittableRandom random) {
        for (int i = 0; i <= random.nextInt(4); i++) {
            if (bytes.length > 0) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
        }
        return bytes;
    }

    /** Holds the law of a sink: finite values, time that ascends within a segment. */
    private static final class Lawful implements DecodedSink {
        private long latest = Long.MIN_VALUE;
        private long samples;
        private long malformed;
        private long missing;

        @Override
        public void sample(long deviceMicros, double value) {
            if (!Double.isFinite(value) || deviceMicros <= latest) {
                throw new AssertionError(value + " at " + deviceMicros + " µs after " + latest + " µs");
            }
            latest = deviceMicros;
            samples++;
        }

        @Override
        public void missing(long deviceMicros) {
            missing++;
        }

        @Override
        public void segmentStart() {
            latest = Long.MIN_VALUE;
        }

        @Override
        public void malformed(Malformed what) {
            malformed++;
        }
    }
}
