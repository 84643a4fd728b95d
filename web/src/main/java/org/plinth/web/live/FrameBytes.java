package org.plinth.web.live;

import java.nio.ByteBuffer;
import java.util.Set;
import org.plinth.core.visit.Side;
import org.plinth.web.capture.LiveFrame;

/** A frame of force as bytes: format 1, big endian. Pure. */
final class FrameBytes {

    static final int HEADER_BYTES = 32;
    static final int BUCKET_BYTES = 16;

    private static final byte FORMAT = 1;
    private static final byte FORCE = 1;

    private FrameBytes() {}

    /**
     * The frame.
     *
     * @param number of the frame, + 1 each
     * @param skipped frames since the start that were merged into later ones
     */
    static byte[] of(LiveFrame frame, long number, long skipped) {
        ByteBuffer out = ByteBuffer.allocate(
                        HEADER_BYTES + BUCKET_BYTES * frame.buckets().size())
                .put(FORMAT)
                .put(FORCE)
                .put((byte) (frame.side() == Side.LEFT ? 0 : 1))
                .put(flags(frame.flags()))
                .putInt((int) number)
                .putInt((int) skipped)
                .putLong(frame.newestMicros())
                .putFloat((float) frame.newestNewtons().orElse(Double.NaN))
                .putFloat((float) frame.greatestNewtons().orElse(Double.NaN))
                .putInt(frame.buckets().size());
        for (LiveFrame.Bucket bucket : frame.buckets()) {
            out.putLong(bucket.firstMicros()).putFloat((float) bucket.least()).putFloat((float) bucket.greatest());
        }
        return out.array();
    }

    private static byte flags(Set<LiveFrame.Flag> flags) {
        int bits = 0;
        for (LiveFrame.Flag flag : flags) {
            bits |= switch (flag) {
                case SIGNAL_LOST -> 1;
                case OVER_RANGE -> 2;
                case UNCALIBRATED -> 4;
            };
        }
        return (byte) bits;
    }
}
