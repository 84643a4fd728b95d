package org.plinth.web.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Recording;
import org.plinth.web.journal.JournalKey;
import org.plinth.web.journal.Journals;

/** What a recording says while it runs. */
class RecordingPipelineTest {

    private static final SplittableRandom IDS = new SplittableRandom(7);

    @TempDir
    Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private final VisitFeed feed = new VisitFeed();
    private final List<LiveFrame> frames = new ArrayList<>();
    private Journals journals;
    private RecordingPipeline pipeline;
    private ProgressorStream sensor;

    @BeforeEach
    void begin() {
        journals = Journals.open(folder);
        Id<Recording> id = Id.random(IDS);
        PipelineTarget target = new PipelineTarget(id, Id.random(IDS), Side.LEFT, true, false, feed, cause -> {});
        pipeline = new RecordingPipeline(
                target,
                journals.create(id, new JournalKey(Id.random(IDS), new byte[32]), Instant.EPOCH),
                ProgressorStream.assembly(),
                new HostTime(Clock.systemUTC(), nanos::get));
        pipeline.open(opening());
        sensor = new ProgressorStream(pipeline::packet);
        feed.subscribe(new Frames(frames));
    }

    private static JournalOpening opening() {
        return new JournalOpening(
                "progressor",
                1,
                "sample",
                "1.2.3",
                "virtual",
                OptionalInt.empty(),
                "uncalibrated",
                true,
                "kgf",
                Side.LEFT,
                "curl-prone-15",
                Id.random(IDS),
                new JournalOpening.Tare("hardware", 0, 0, 0, 0, 0));
    }

    @AfterEach
    void end() {
        pipeline.finish(EndCause.STOPPED);
        journals.close();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        pipeline.tick();
    }

    private Optional<String> note() {
        return feed.state().note();
    }

    @Test
    void a_second_without_a_sample_is_a_lost_signal_until_one_comes() {
        sensor.force(10, 100);
        pass(Duration.ofSeconds(1));
        assertThat(feed.state().phase()).isEqualTo(LiveState.Phase.RECORDING);
        pass(Duration.ofMillis(1));
        assertThat(feed.state().phase()).isEqualTo(LiveState.Phase.SIGNAL_LOST);
        assertThat(note()).contains("capture.live.silent");
        assertThat(frames.get(frames.size() - 1).flags()).contains(LiveFrame.Flag.SIGNAL_LOST);

        sensor.force(10, 100);
        assertThat(feed.state().phase()).isEqualTo(LiveState.Phase.RECORDING);
        assertThat(note()).isEmpty();
        pass(Duration.ofMillis(500));
        assertThat(feed.state().phase()).isEqualTo(LiveState.Phase.RECORDING);
    }

    @Test
    void a_low_battery_is_told_at_once_and_for_as_long_as_it_records() {
        sensor.force(10, 100);
        assertThat(note()).isEmpty();
        sensor.lowPower();
        assertThat(note()).contains("capture.live.battery");
        sensor.force(10, 100);
        pass(Duration.ofMillis(250));
        assertThat(note()).contains("capture.live.battery");
        assertThat(feed.state().phase()).isEqualTo(LiveState.Phase.RECORDING);
    }

    @Test
    void a_sensor_at_its_limit_is_told_at_once_and_outranks_its_battery() {
        sensor.lowPower();
        sensor.force(10, 100);
        sensor.force(ProgressorStream.CAPACITY.newtons(), 50);
        assertThat(note()).contains("capture.live.over");
        sensor.force(10, 100);
        pass(Duration.ofMillis(250));
        assertThat(note()).contains("capture.live.over");
        RecordingPipeline.Finished finished = pipeline.finish(EndCause.STOPPED);
        assertThat(frames.get(frames.size() - 1).flags()).contains(LiveFrame.Flag.OVER_RANGE);
        assertThat(finished.note()).isEmpty();
    }

    @Test
    void a_recording_with_something_missing_says_so_and_a_whole_one_does_not() {
        sensor.force(10, 500);
        sensor.skip(300);
        sensor.force(10, 500);
        RecordingPipeline.Finished finished = pipeline.finish(EndCause.STOPPED);
        assertThat(finished.force().isWhole()).isFalse();
        assertThat(finished.note()).contains("capture.end.gap");
    }

    @Test
    void a_clock_that_began_anew_is_another_segment_and_never_spliced() {
        sensor.force(10, 60_000);
        sensor.restart();
        sensor.force(20, 1_000);
        RecordingPipeline.Finished finished = pipeline.finish(EndCause.STOPPED);
        assertThat(finished.force().segments()).hasSize(2);
        assertThat(finished.note()).contains("capture.end.gap");
    }

    private record Frames(List<LiveFrame> all) implements LiveFeed.Listener {

        @Override
        public void force(LiveFrame frame) {
            all.add(frame);
        }

        @Override
        public void state(LiveState state) {
            // Read from the feed.
        }
    }
}
