package org.plinth.web.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plinth.core.visit.Side;

class FrameBuilderTest {

    private static final long MILLI = 1_000_000;

    private final FrameBuilder frames = new FrameBuilder(Side.LEFT);

    @Test
    void a_bucket_keeps_the_least_and_the_greatest_of_its_ten_milliseconds() {
        frames.sample(1_000, 5);
        frames.sample(4_000, 9);
        frames.sample(9_999, -2);
        frames.sample(10_000, 3);

        LiveFrame frame = frames.frame(0, Set.of()).orElseThrow();

        assertThat(frame.buckets())
                .containsExactly(new LiveFrame.Bucket(1_000, -2, 9), new LiveFrame.Bucket(10_000, 3, 3));
        assertThat(frame.newestNewtons()).hasValue(3);
        assertThat(frame.greatestNewtons()).hasValue(9);
    }

    @Test
    void a_gap_stays_a_gap() {
        frames.sample(0, 1);
        frames.sample(500_000, 2);

        assertThat(frames.flush(0, Set.of()).buckets())
                .extracting(LiveFrame.Bucket::firstMicros)
                .containsExactly(0L, 500_000L);
    }

    @Test
    void at_most_sixty_frames_a_second_are_told_and_no_peak_is_lost() {
        int told = 0;
        double greatest = 0;
        for (int i = 0; i < 1000; i++) {
            frames.sample(i * 1_000L, i == 503 ? 777 : 1);
            Optional<LiveFrame> frame = frames.frame(i * MILLI, Set.of());
            told += frame.isPresent() ? 1 : 0;
            greatest = Math.max(greatest, frame.map(FrameBuilderTest::greatest).orElse(0.0));
        }

        assertThat(told).isBetween(50, 60);
        assertThat(greatest).isEqualTo(777);
    }

    @Test
    void packets_that_come_a_little_sooner_than_a_frame_do_not_halve_the_frames() {
        int told = 0;
        for (long millis = 15; millis <= 3000; millis += 15) {
            frames.sample(millis * 1000, 100);
            told += frames.frame(millis * MILLI, Set.of()).isPresent() ? 1 : 0;
        }

        assertThat(told).isBetween(3 * 55, 3 * 60);
    }

    @Test
    void before_the_first_sample_there_is_no_force() {
        assertThat(frames.frame(0, Set.of())).isEmpty();
        assertThat(frames.flush(0, Set.of()).newestNewtons()).isEmpty();
    }

    private static double greatest(LiveFrame frame) {
        return frame.buckets().stream()
                .mapToDouble(LiveFrame.Bucket::greatest)
                .max()
                .orElse(0);
    }
}
