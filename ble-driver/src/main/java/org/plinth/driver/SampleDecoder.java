package org.plinth.driver;

import java.util.OptionalDouble;
import org.plinth.driver.link.Packet;

/**
 * Turns the packets of one recording into samples: codec, clock and ledger, no I/O. The same packets always give the
 * same samples, so a journal can be decoded again years later. One thread.
 */
public interface SampleDecoder {

    /** Decodes one packet into the sink. Never throws for what is in it. */
    void decode(Packet packet, DecodedSink sink);

    /**
     * Tells that the stream began anew: the link came back, or the sensor was started again. What follows is another
     * segment, whatever its clock says. A decoder also finds a restart by itself where the clock shows it; it cannot
     * where the earlier stream was shorter than two seconds.
     */
    default void newSegment() {}

    /** The account so far. */
    Ledger ledger();

    /**
     * How far rest at the end lies from rest at the beginning, in the unit of the sensor's spec; for sensors with
     * {@link Capability#NEEDS_ZERO_CHECK}, once there was enough of both.
     */
    default OptionalDouble zeroShift() {
        return OptionalDouble.empty();
    }

    /** How its time runs, as far as that can be told by now. */
    default Timing timing() {
        return Timing.UNKNOWN;
    }
}
