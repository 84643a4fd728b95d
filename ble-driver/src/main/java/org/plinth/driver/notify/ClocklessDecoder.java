package org.plinth.driver.notify;

import java.util.UUID;
import org.plinth.driver.DecodedSink;
import org.plinth.driver.Ledger;
import org.plinth.driver.SampleDecoder;
import org.plinth.driver.link.Packet;
import org.plinth.driver.time.ArrivalStream;

/** Notifications of a sensor without a clock to samples on arrival time. One thread. */
public final class ClocklessDecoder implements SampleDecoder {

    private final UUID characteristic;
    private final FrameCodec codec;
    private final ArrivalStream stream;

    /** For one recording. */
    public ClocklessDecoder(UUID characteristic, double nominalRateHz, FrameCodec codec) {
        this.characteristic = characteristic;
        this.codec = codec;
        this.stream = new ArrivalStream(nominalRateHz);
    }

    @Override
    public void decode(Packet packet, DecodedSink sink) {
        if (!packet.characteristic().equals(characteristic)) {
            return;
        }
        codec.decode(packet.bytes(), new FrameCodec.Sink() {
            @Override
            public void value(double value) {
                stream.value(value);
            }

            @Override
            public void malformed(String reason, int offset) {
                stream.malformed(reason, offset, sink);
            }
        });
        stream.endPacket(packet.hostNanos(), sink);
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
}
