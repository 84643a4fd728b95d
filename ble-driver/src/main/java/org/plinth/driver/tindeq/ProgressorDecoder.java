package org.plinth.driver.tindeq;

import org.plinth.core.signal.IntervalModel;
import org.plinth.driver.DecodedSink;
import org.plinth.driver.Ledger;
import org.plinth.driver.SampleDecoder;
import org.plinth.driver.Timing;
import org.plinth.driver.link.Packet;
import org.plinth.driver.time.ClockedStream;
import org.plinth.driver.time.SampleClock;

/** Progressor notifications to samples in kgf on the sensor's clock, with their account. One thread. */
public final class ProgressorDecoder implements SampleDecoder {

    private final ClockedStream stream =
            new ClockedStream(SampleClock.ofUnsignedMicros(), IntervalModel.SKIPS_ONE_AT_PACKET_BOUNDARY);
    private final Bridge bridge = new Bridge();

    /** For one recording. */
    public ProgressorDecoder() {}

    @Override
    public void decode(Packet packet, DecodedSink sink) {
        if (!packet.characteristic().equals(ProgressorCodec.DATA)) {
            return;
        }
        stream.packet(packet.hostNanos());
        bridge.sink = sink;
        ProgressorCodec.decode(packet.bytes(), 0, packet.bytes().length, bridge);
    }

    @Override
    public void newSegment() {
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
    private final class Bridge implements ProgressorCodec.Sink {
        private DecodedSink sink = (micros, value) -> {};

        @Override
        public void weights(int declared, int complete) {
            stream.beginPacket(declared, complete);
        }

        @Override
        public void weight(long stampMicros, float kgf) {
            stream.sample(stampMicros, kgf, sink);
        }

        @Override
        public void weightsEnd() {
            stream.endPacket();
        }

        @Override
        public void reply(byte[] bytes, int from, int to) {}

        @Override
        public void lowPower() {
            sink.lowBattery();
        }

        @Override
        public void other(int type) {}

        @Override
        public void malformed(String reason, int offset) {
            stream.malformed(reason, offset, sink);
        }
    }
}
