package org.plinth.driver.notify;

import static org.plinth.fuzz.Target.require;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plinth.driver.DecodedSink;
import org.plinth.driver.Malformed;
import org.plinth.driver.SampleDecoder;
import org.plinth.driver.SensorDriver;
import org.plinth.driver.SensorDrivers;
import org.plinth.driver.dump.PacketDump;
import org.plinth.driver.link.Packet;
import org.plinth.driver.link.bridge.BridgeFault;
import org.plinth.driver.link.bridge.BridgePacket;
import org.plinth.driver.link.tinyb.Frame;
import org.plinth.driver.link.tinyb.FrameFault;
import org.plinth.driver.link.tinyb.FrameStream;
import org.plinth.driver.link.tinyb.PayloadReader;

/** What comes by radio, from the Bluetooth process and from a browser's Bluetooth. */
public final class CodecTargets {

    private static final UUID ANYWHERE = new UUID(0, 0);

    /** Each with the characteristics that it knows, in the order of their ids. */
    private static final List<Decoded> DRIVERS = SensorDrivers.load().all().stream()
            .map(driver -> new Decoded(driver, characteristics(driver)))
            .toList();

    private static final int MOST_PACKETS = 64;
    private static final long NANOS_APART = 12_500_000;

    private CodecTargets() {}

    private record Decoded(SensorDriver driver, List<UUID> characteristics) {}

    /** Those that take packets from wherever they come: their fields name no characteristic. */
    public static List<String> driversWithoutCharacteristic() {
        return DRIVERS.stream()
                .filter(each -> each.characteristics().equals(List.of(ANYWHERE)))
                .map(each -> each.driver().id())
                .toList();
    }

    /** The first byte chooses the driver; then each packet has a byte for its characteristic and one for its length. */
    public static void codecs(byte[] data) {
        ByteBuffer in = ByteBuffer.wrap(data);
        if (!in.hasRemaining()) {
            return;
        }
        Decoded chosen = DRIVERS.get((in.get() & 0xFF) % DRIVERS.size());
        SampleDecoder decoder = chosen.driver().newDecoder();
        Lawful sink = new Lawful();
        for (int number = 0; number < MOST_PACKETS && in.remaining() >= 2; number++) {
            int which = in.get() & 0xFF;
            if (which == 0xFF) {
                decoder.newSegment();
                sink.segmentStart();
            }
            byte[] bytes = new byte[Math.min(in.get() & 0xFF, in.remaining())];
            in.get(bytes);
            UUID from = chosen.characteristics()
                    .get(which % chosen.characteristics().size());
            decoder.decode(new Packet(from, bytes, number * NANOS_APART, number * NANOS_APART / 1000), sink);
        }
        require(decoder.ledger().received() == sink.samples, "the ledger counts other samples");
        require(decoder.ledger().malformed() == sink.malformed, "the ledger counts other faults");
        decoder.timing();
        decoder.zeroShift();
    }

    public static void childFrames(byte[] data) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(data);
        try {
            Optional<Frame> frame = FrameStream.read(in);
            while (frame.isPresent()) {
                payload(frame.get().payload());
                frame = FrameStream.read(in);
            }
        } catch (EOFException | FrameFault refused) {
            require(refused.getMessage() != null || refused instanceof EOFException, "refused without words");
        }
        payload(data);
    }

    private static void payload(byte[] bytes) {
        PayloadReader reader = new PayloadReader(bytes);
        try {
            reader.u8();
            reader.text();
            reader.uuid();
            reader.u16();
            reader.u32();
            reader.u64();
            reader.text();
        } catch (FrameFault refused) {
            require(refused.getMessage() != null, "refused without words");
        }
        reader.rest();
    }

    public static void bridgePacket(byte[] data) {
        try {
            BridgePacket packet = BridgePacket.decode(data);
            require(packet.slot() >= 0 && packet.seq() >= 0, "a number below nothing");
        } catch (BridgeFault refused) {
            require(refused.getMessage() != null, "refused without words");
        }
    }

    public static void dump(byte[] data) {
        PacketDump dump = PacketDump.of(data);
        require(dump.readings().stream().allMatch(each -> Double.isFinite(each.value())), "a number that is none");
        require(dump.text().indexOf('\n') < 0, "more than a line");
    }

    /** Of the driver's, the codec's and the decoder's own fields: every UUID there may be asked for. */
    private static List<UUID> characteristics(SensorDriver driver) {
        Set<UUID> found = new LinkedHashSet<>();
        SampleDecoder decoder = driver.newDecoder();
        read(decoder.getClass(), Optional.of(decoder), found);
        read(driver.getClass(), Optional.empty(), found);
        for (String ending : List.of("Codec", "Decoder", "Frames")) {
            String name = driver.getClass().getName().replaceFirst("Driver$", ending);
            try {
                read(Class.forName(name), Optional.empty(), found);
            } catch (ClassNotFoundException none) {
                // Not every driver has one of each.
            }
        }
        return found.isEmpty() ? List.of(ANYWHERE) : List.copyOf(found);
    }

    private static void read(Class<?> type, Optional<Object> owner, Set<UUID> found) {
        for (Field field : type.getDeclaredFields()) {
            boolean isStatic = Modifier.isStatic(field.getModifiers());
            if (field.getType() == UUID.class && (isStatic || owner.isPresent())) {
                field.setAccessible(true);
                try {
                    found.add((UUID) field.get(owner.orElse(null)));
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    /** Holds the law of a sink: finite values, time that ascends within a segment. */
    private static final class Lawful implements DecodedSink {
        private long latest = Long.MIN_VALUE;
        private long samples;
        private long malformed;

        @Override
        public void sample(long deviceMicros, double value) {
            require(Double.isFinite(value), "a sample that is no number");
            require(deviceMicros > latest, deviceMicros + " µs after " + latest + " µs");
            latest = deviceMicros;
            samples++;
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
