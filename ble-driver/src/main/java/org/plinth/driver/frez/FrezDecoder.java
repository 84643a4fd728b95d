package org.plinth.driver.frez;

import org.plinth.core.signal.IntervalModel;
import org.plinth.driver.DecodedSink;
import org.plinth.driver.Ledger;
import org.plinth.driver.SampleDecoder;
import org.plinth.driver.Timing;
import org.plinth.driver.link.Packet;
import org.plinth.driver.notify.Bytes;
import org.plinth.driver.time.ClockedStream;
import org.plinth.driver.time.SampleClock;

/**
 * Notifications of the Frez Dyno to converter counts on its own clock. One thread.
 *
 * <pre>
 *   74 bytes: 01 00 { counts i32 LE, ms u32 LE } · 9
 * </pre>
 *
 * <p>Counts mean nothing without the coefficient of that one sensor. Source:
 * github.com/Stevie-Ray/hangtime-grip-connect; read 2026. Not seen on hardware.
 */
final class FrezDecoder implements SampleDecoder {

    private static final int PACKET_BYTES = 74;
    private static final int SAMPLES = 9;
    private static final int SAMPLE_BYTES = 8;
    private static final int HEADER_BYTES = 2;
    private static final long MICROS_PER_TICK = 1_000;

    private final ClockedStream stream = new ClockedStream(new SampleClock(32, MICROS_PER_TICK), IntervalModel.EVEN);

    @Override
    public void decode(Packet packet, DecodedSink sink) {
        if (!packet.characteristic().equals(FrezDriver.DATA)) {
            return;
        }
        stream.packet(packet.hostNanos());
        byte[] bytes = packet.bytes();
        if (bytes.length != PACKET_BYTES) {
            stream.malformed("a packet has 74 bytes, this one " + bytes.length, 0, sink);
        } else if (bytes[0] != 1 || bytes[1] != 0) {
            stream.malformed("a packet begins with 01 00", 0, sink);
        } else {
            samples(bytes, sink);
        }
    }

    private void samples(byte[] bytes, DecodedSink sink) {
        stream.beginPacket(SAMPLES, SAMPLES);
        for (int i = 0; i < SAMPLES; i++) {
            int at = HEADER_BYTES + i * SAMPLE_BYTES;
            stream.sample(Integer.toUnsignedLong(Bytes.i32le(bytes, at + Integer.BYTES)), Bytes.i32le(bytes, at), sink);
        }
        stream.endPacket();
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
}
