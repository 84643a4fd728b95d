package org.plinth.web.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.plinth.core.visit.Side;

/**
 * Samples → frames for the screen: 10 ms buckets of least and greatest force, at most 60 frames a second. What is not
 * sent yet waits; nothing is dropped. One thread at a time.
 */
final class FrameBuilder {

    private static final long BUCKET_MICROS = 10_000;
    private static final long FRAME_NANOS = 1_000_000_000L / 60;

    private final Side side;
    private final List<LiveFrame.Bucket> waiting = new ArrayList<>();
    private long bucketNumber = Long.MIN_VALUE;
    private long bucketFirst;
    private double bucketLeast;
    private double bucketGreatest;
    private long newestMicros;
    private OptionalDouble newest = OptionalDouble.empty();
    private OptionalDouble greatest = OptionalDouble.empty();
    private long dueNanos;
    private boolean sentAny;

    FrameBuilder(Side side) {
        this.side = side;
    }

    void sample(long deviceMicros, double newtons) {
        long number = Math.floorDiv(deviceMicros, BUCKET_MICROS);
        if (number != bucketNumber) {
            endBucket();
            bucketNumber = number;
            bucketFirst = deviceMicros;
            bucketLeast = newtons;
            bucketGreatest = newtons;
        } else {
            bucketLeast = Math.min(bucketLeast, newtons);
            bucketGreatest = Math.max(bucketGreatest, newtons);
        }
        newestMicros = deviceMicros;
        newest = OptionalDouble.of(newtons);
        greatest = OptionalDouble.of(Math.max(greatest.orElse(newtons), newtons));
    }

    /**
     * A frame, if there is something new and one is due: sixty a second, counted by when they were due and not by when a packet
     * came, or packets of 15 ms would make 33 of them.
     */
    Optional<LiveFrame> frame(long hostNanos, Set<LiveFrame.Flag> flags) {
        boolean nothingNew = waiting.isEmpty() && bucketNumber == Long.MIN_VALUE;
        if (nothingNew || (sentAny && hostNanos - dueNanos < 0)) {
            return Optional.empty();
        }
        return Optional.of(flush(hostNanos, flags));
    }

    /** A frame of all that waits, empty or not. */
    LiveFrame flush(long hostNanos, Set<LiveFrame.Flag> flags) {
        endBucket();
        dueNanos = sentAny ? Math.max(dueNanos + FRAME_NANOS, hostNanos) : hostNanos + FRAME_NANOS;
        sentAny = true;
        LiveFrame frame = new LiveFrame(side, flags, newestMicros, newest, greatest, waiting);
        waiting.clear();
        return frame;
    }

    private void endBucket() {
        if (bucketNumber != Long.MIN_VALUE) {
            waiting.add(new LiveFrame.Bucket(bucketFirst, bucketLeast, bucketGreatest));
            bucketNumber = Long.MIN_VALUE;
        }
    }
}
