package org.plinth.driver;

import org.plinth.core.signal.SampleSink;

/** What a decoder finds in packets, in order. Samples are in the unit of the sensor's spec. */
public interface DecodedSink extends SampleSink {

    /** The next sample is the first of a packet. */
    default void packetStart() {}

    /** A sample was there but not a finite number: one missing sample. */
    default void missing(long deviceMicros) {}

    /** The sensor's clock began anew: what follows is another segment. */
    default void segmentStart() {}

    /** Part of a packet could not be read; its readable samples are delivered all the same. */
    default void malformed(Malformed what) {}

    /** The sensor is loaded beyond what it can measure; what it then sends is no force, and one missing sample. */
    default void overRange() {}

    /** The sensor warns of a low battery. */
    default void lowBattery() {}
}
