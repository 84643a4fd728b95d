package org.plinth.web.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plinth.web.capture.LiveFrame;
import org.plinth.web.capture.LiveFrame.Bucket;

/**
 * Frames that wait for a slow page, as one: buckets joined, the rest that of the newest. So a page sees every peak, late.
 * Beyond {@link #MOST_BUCKETS} neighbours are joined into one bucket: coarser, never lower. Not for two threads.
 */
final class PendingFrames {

    /** Twenty seconds of buckets; a page shows ten. */
    static final int MOST_BUCKETS = 2000;

    private Optional<LiveFrame> newest = Optional.empty();
    private List<Bucket> buckets = new ArrayList<>();
    private int waiting;

    void add(LiveFrame frame) {
        if (newest.isPresent() && isAnotherRecording(newest.get(), frame)) {
            buckets = new ArrayList<>();
        }
        newest = Optional.of(frame);
        waiting++;
        frame.buckets().forEach(this::join);
        if (buckets.size() > MOST_BUCKETS) {
            buckets = halved(buckets);
        }
    }

    /** All that waits as one frame. */
    Optional<Merged> take() {
        Optional<Merged> merged = newest.map(frame -> new Merged(
                new LiveFrame(
                        frame.side(),
                        frame.flags(),
                        frame.newestMicros(),
                        frame.newestNewtons(),
                        frame.greatestNewtons(),
                        buckets),
                waiting - 1));
        newest = Optional.empty();
        buckets = new ArrayList<>();
        waiting = 0;
        return merged;
    }

    /**
     * Frames as one.
     *
     * @param frame to send
     * @param skipped how many it stands for beside itself
     */
    record Merged(LiveFrame frame, int skipped) {}

    /** The same ten milliseconds may come in two frames. */
    private void join(Bucket bucket) {
        int last = buckets.size() - 1;
        if (last >= 0 && buckets.get(last).firstMicros() == bucket.firstMicros()) {
            buckets.set(last, joined(buckets.get(last), bucket));
        } else {
            buckets.add(bucket);
        }
    }

    private static boolean isAnotherRecording(LiveFrame before, LiveFrame after) {
        return before.side() != after.side() || after.newestMicros() < before.newestMicros();
    }

    private static List<Bucket> halved(List<Bucket> all) {
        List<Bucket> half = new ArrayList<>(all.size() / 2 + 1);
        for (int i = 0; i < all.size(); i += 2) {
            half.add(i + 1 < all.size() ? joined(all.get(i), all.get(i + 1)) : all.get(i));
        }
        return half;
    }

    private static Bucket joined(Bucket a, Bucket b) {
        return new Bucket(a.firstMicros(), Math.min(a.least(), b.least()), Math.max(a.greatest(), b.greatest()));
    }
}
