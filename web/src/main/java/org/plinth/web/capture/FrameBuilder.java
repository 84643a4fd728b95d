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
    private long lastFrameNanos;
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

    /** A frame, if there is something new and the last one is a sixtieth of a second old. */
    Optional<LiveFrame> frame(long hostNanos, Set<LiveFrame.Flag> flags) {
        boolean nothingNew = waiting.isEmpty() && bucketNumber == Long.MIN_VALUE;
        if (nothingNew || (sentAny && hostNanos - lastFrameNanos < FRAME_NANOS)) {
            return Optional.empty();
        }
        return Optional.of(flush(hostNanos, flags));
    }

    /** A frame of all that waits, empty or not. */
    LiveFrame flush(long hostNanos, Set<LiveFrame.Flag> flags) {
        endBucket();
        sentAny = true;
        lastFrameNanos = hostNanos;
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
