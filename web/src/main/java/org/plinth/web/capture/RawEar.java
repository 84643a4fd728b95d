package org.plinth.web.capture;

import org.plinth.core.signal.SampleSink;
import org.plinth.driver.DecodedSink;
import org.plinth.driver.Malformed;
import org.plinth.driver.SampleDecoder;
import org.plinth.driver.link.LinkListener;
import org.plinth.driver.link.Packet;

/** Hears a sensor in its own unit. Called on the radio's thread. */
final class RawEar implements LinkListener {

    private final SampleDecoder decoder;
    private final DecodedSink sink;

    /** What hears it. */
    interface Raw extends SampleSink {

        /** The sensor's clock began anew. */
        void restarted();
    }

    RawEar(SampleDecoder decoder, Raw raw) {
        this.decoder = decoder;
        this.sink = new Passing(raw);
    }

    @Override
    public void packet(Packet packet) {
        decoder.decode(packet, sink);
    }

    @Override
    public void disconnected(String reason) {
        // The station notes it; whoever asks it sees that it is down.
    }

    private record Passing(Raw raw) implements DecodedSink {

        @Override
        public void sample(long deviceMicros, double value) {
            raw.sample(deviceMicros, value);
        }

        @Override
        public void segmentStart() {
            raw.restarted();
        }

        @Override
        public void malformed(Malformed what) {
            // A bench reading is a mean of what was readable; a silent sensor never settles.
        }
    }
}
