package org.plinth.driver.notify;

/** Reads the notifications of one kind of sensor that has no clock. Made anew for each recording; may remember cut frames. */
public interface FrameCodec {

    /** Reads one notification. Never throws for its content. */
    void decode(byte[] bytes, Sink sink);

    /** Forgets a frame that was cut: the stream began anew. */
    default void newSegment() {}

    /** What a notification holds, in order. */
    interface Sink {

        /** A value in the sensor's unit; not finite for a sample that is there but has none. */
        void value(double value);

        /** The sensor is loaded beyond what it can measure: one missing sample, and said. */
        default void overRange() {
            value(Double.NaN);
        }

        /** The charge that the sensor tells beside its samples [%]. */
        default void batteryPercent(int percent) {}

        /** The running number of the value that comes next, in a counter of 16 bits. */
        default void number(int counter) {}

        /** What could not be read, and the byte where. */
        void malformed(String reason, int offset);
    }
}
