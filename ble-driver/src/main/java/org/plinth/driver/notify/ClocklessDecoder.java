package org.plinth.driver.notify;

import java.util.UUID;
import org.plinth.driver.DecodedSink;
import org.plinth.driver.Ledger;
import org.plinth.driver.SampleDecoder;
import org.plinth.driver.Timing;
import org.plinth.driver.link.Packet;
import org.plinth.driver.time.ArrivalStream;

/** Notifications of a sensor without a clock to samples on arrival time. One thread. */
public final class ClocklessDecoder implements SampleDecoder {

    /** At or below this a battery that tells its charge is low [%]; an engineering value. */
    public static final int LOW_BATTERY_PERCENT = 10;

    private static final DecodedSink NOBODY = (micros, value) -> {};

    private final UUID characteristic;
    private final FrameCodec codec;
    private final ArrivalStream stream;
    private final Bridge bridge = new Bridge();
    private boolean warned;

    /** For one recording. */
    public ClocklessDecoder(UUID characteristic, double nominalRateHz, FrameCodec codec) {
        this(characteristic, codec, new ArrivalStream(nominalRateHz));
    }

    /** For one recording of a sensor that numbers its samples. */
    public static ClocklessDecoder counting(UUID characteristic, double nominalRateHz, FrameCodec codec) {
        return new ClocklessDecoder(characteristic, codec, ArrivalStream.counting(nominalRateHz));
    }

    private ClocklessDecoder(UUID characteristic, FrameCodec codec, ArrivalStream stream) {
        this.characteristic = characteristic;
        this.codec = codec;
        this.stream = stream;
    }

    @Override
    public void decode(Packet packet, DecodedSink sink) {
        if (!packet.characteristic().equals(characteristic)) {
            return;
        }
        bridge.sink = sink;
        codec.decode(packet.bytes(), bridge);
        stream.endPacket(packet.hostNanos(), sink);
        bridge.sink = NOBODY;
    }

    @Override
    public void newSegment() {
        codec.newSegment();
        stream.newSegment();
    }

    @Override
    public Ledger ledger() {
        return stream.ledger();
    }

    @Override
    public Timing timing() {
        return stream.timing();
    }

    /** Codec to stream; holds the sink of the packet at hand, so that packets make no garbage. */
    private final class Bridge implements FrameCodec.Sink {
        private DecodedSink sink = NOBODY;

        @Override
        public void value(double value) {
            stream.value(value);
        }

        @Override
        public void number(int counter) {
            stream.number(counter);
        }

        @Override
        public void overRange() {
            stream.value(Double.NaN);
            sink.overRange();
        }

        @Override
        public void batteryPercent(int percent) {
            if (percent <= LOW_BATTERY_PERCENT && !warned) {
                warned = true;
                sink.lowBattery();
            }
        }

        @Override
        public void malformed(String reason, int offset) {
            stream.malformed(reason, offset, sink);
        }
    }
}
