package org.plinth.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plinth.core.visit.Side;
import org.plinth.web.capture.LiveFrame;
import org.plinth.web.capture.LiveFrame.Bucket;

class PendingFramesTest {

    private static LiveFrame frame(long newestMicros, double newest, Bucket... buckets) {
        return new LiveFrame(
                Side.LEFT,
                Set.of(),
                newestMicros,
                OptionalDouble.of(newest),
                OptionalDouble.of(newest),
                List.of(buckets));
    }

    @Test
    void nothing_waits_at_first() {
        assertThat(new PendingFrames().take()).isEmpty();
    }

    @Test
    void frames_become_one_with_all_buckets_and_the_newest_state() {
        PendingFrames pending = new PendingFrames();
        pending.add(frame(15_000, 10, new Bucket(0, 1, 5), new Bucket(10_000, 4, 10)));
        pending.add(frame(25_000, 20, new Bucket(10_000, 9, 12), new Bucket(20_000, 15, 20)));

        PendingFrames.Merged merged = pending.take().orElseThrow();

        assertThat(merged.skipped()).isEqualTo(1);
        assertThat(merged.frame().newestMicros()).isEqualTo(25_000);
        assertThat(merged.frame().buckets())
                .containsExactly(new Bucket(0, 1, 5), new Bucket(10_000, 4, 12), new Bucket(20_000, 15, 20));
        assertThat(pending.take()).isEmpty();
    }

    @Test
    void another_recording_does_not_show_the_one_before() {
        PendingFrames pending = new PendingFrames();
        pending.add(frame(9_000_000, 10, new Bucket(8_990_000, 1, 500)));
        pending.add(frame(1_000, 2, new Bucket(0, 1, 2)));

        assertThat(pending.take().orElseThrow().frame().buckets()).containsExactly(new Bucket(0, 1, 2));
    }

    @Test
    void a_page_that_sleeps_for_an_hour_costs_a_bounded_list_and_loses_no_peak() {
        Random random = new Random(7);
        PendingFrames pending = new PendingFrames();
        double greatest = Double.NEGATIVE_INFINITY;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 360_000; i++) {
            double low = random.nextDouble() * 100 - 10;
            double high = low + random.nextDouble() * 200;
            least = Math.min(least, low);
            greatest = Math.max(greatest, high);
            pending.add(frame(i * 10_000L, high, new Bucket(i * 10_000L, low, high)));
        }

        List<Bucket> buckets = pending.take().orElseThrow().frame().buckets();

        assertThat(buckets).hasSizeLessThanOrEqualTo(PendingFrames.MOST_BUCKETS);
        assertThat(buckets.stream().mapToDouble(Bucket::greatest).max()).hasValue(greatest);
        assertThat(buckets.stream().mapToDouble(Bucket::least).min()).hasValue(least);
        assertThat(buckets).extracting(Bucket::firstMicros).isSorted();
    }
}
