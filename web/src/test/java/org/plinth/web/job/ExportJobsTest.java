package org.plinth.web.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.visit.Involvement;
import org.plinth.driver.SensorDrivers;
import org.plinth.web.audit.Checkpoints;
import org.plinth.web.capture.RawForce;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Id;
import org.plinth.web.export.Export;
import org.plinth.web.export.ExportGround;
import org.plinth.web.export.ExportProgress;
import org.plinth.web.export.ExportRequest;
import org.plinth.web.export.ExportSink;
import org.plinth.web.export.Pseudonyms;
import org.plinth.web.position.ClinicPositions;
import org.plinth.web.privacy.Purpose;
import org.plinth.web.testkit.ManualClock;
import org.plinth.web.testkit.VisitFloorKit;
import org.plinth.web.text.Texts;

/** Exports that are made beside requests: one at a time for a clinic, ended when asked, told when they fail, gone in time. */
@Tag("slow")
class ExportJobsTest {

    private static final Instant NOW = Instant.parse("2026-08-06T12:00:00Z");

    @TempDir
    private Path root;

    private final ManualClock clock = new ManualClock(NOW);
    private final AtomicLong free = new AtomicLong(Long.MAX_VALUE);
    private VisitFloorKit kit;
    private VisitFloorKit.People people;
    private ExportJobs jobs;

    @BeforeEach
    void open() throws IOException {
        kit = VisitFloorKit.open(root.resolve("data"));
        people = kit.addPeople(Involvement.LEFT);
        Checkpoints.Places places = Checkpoints.Places.of(root, root.resolve("master.key"), Optional.empty());
        ExportGround ground = new ExportGround(
                kit.database(),
                new RawForce(kit.database(), kit.journals(), SensorDrivers.load()),
                new ClinicPositions(PositionCatalogue.bundled()),
                new Pseudonyms(new byte[32]),
                new Checkpoints(kit.database(), places, () -> 0, Clock.systemUTC()),
                Texts.bundled());
        jobs = new ExportJobs(
                ground, Files.createDirectory(root.resolve("kept")), free::get, clock, new SplittableRandom(1));
    }

    @AfterEach
    void close() {
        jobs.close();
        kit.close();
    }

    /** Writes what it is told to, when it is told to. */
    private record Told(CountDownLatch begun, CountDownLatch go, Work work) implements Export {

        interface Work {
            void to(ExportSink sink, ExportProgress progress) throws IOException;
        }

        static Told atOnce(Work work) {
            return new Told(new CountDownLatch(1), new CountDownLatch(0), work);
        }

        @Override
        public String id() {
            return "raw";
        }

        @Override
        public void write(ExportGround ground, ExportRequest request, ExportSink sink, ExportProgress progress)
                throws IOException {
            progress.done("export.part.recordings", 1, 2);
            begun.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            work.to(sink, progress);
        }
    }

    private Optional<ExportJob> start(Export export) {
        ExportRequest request = new ExportRequest(people.clinic(), Purpose.AUDIT, Set.of(), clock.instant(), Map.of());
        return jobs.start(kit.act(people, "export.raw", ""), export, request);
    }

    private static ExportJob.State end(ExportJob job) {
        while (job.state().isOpen()) {
            Thread.onSpinWait();
        }
        return job.state();
    }

    private Id<Account> clinician() {
        return people.clinician().id();
    }

    private long kept() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("kept"))) {
            return files.count();
        }
    }

    @Test
    void a_clinic_has_one_open_at_a_time_and_it_is_hers_alone_and_can_be_stopped() throws Exception {
        Told waits = new Told(new CountDownLatch(1), new CountDownLatch(1), (sink, progress) -> progress.goOn());
        ExportJob job = start(waits).orElseThrow();
        waits.begun().await();

        assertThat(job.state()).isEqualTo(new ExportJob.Running(Optional.of("export.part.recordings"), 1, 2));
        assertThat(start(waits)).isEmpty();
        assertThat(jobs.find(clinician(), job.id())).contains(job);
        assertThat(jobs.find(new Id<>(new UUID(1, 1)), job.id())).isEmpty();
        jobs.stop(job);
        waits.go().countDown();

        assertThat(end(job)).isInstanceOf(ExportJob.Stopped.class);
        assertThat(kept()).isZero();
        assertThat(start(waits)).isPresent();
    }

    @Test
    void what_is_done_is_kept_a_day_and_gone_then_on_the_disk_too() throws IOException {
        ExportJob job =
                start(Told.atOnce((sink, progress) -> sink.text("a", "b"))).orElseThrow();

        assertThat(end(job)).isInstanceOf(ExportJob.Done.class);
        assertThat(kept()).isEqualTo(1);
        clock.forward(Duration.ofHours(23));
        assertThat(jobs.of(clinician())).containsExactly(job);
        clock.forward(Duration.ofHours(2));
        assertThat(jobs.of(clinician())).isEmpty();
        assertThat(kept()).isZero();
    }

    @Test
    void a_disk_that_fills_and_a_fault_are_told_and_leave_nothing() throws IOException {
        ExportJob full = start(Told.atOnce((sink, progress) -> sink.file("large", out -> {
                    free.set(1);
                    SplittableRandom noise = new SplittableRandom(2);
                    byte[] block = new byte[1 << 20];
                    for (int i = 0; i < 8; i++) {
                        noise.nextBytes(block);
                        out.write(block);
                    }
                })))
                .orElseThrow();
        assertThat(end(full)).isEqualTo(new ExportJob.Failed(ExportJob.Reason.NO_ROOM));
        free.set(Long.MAX_VALUE);
        ExportJob broken = start(Told.atOnce((sink, progress) -> {
                    throw new IOException("the disk is broken");
                }))
                .orElseThrow();
        assertThat(end(broken)).isEqualTo(new ExportJob.Failed(ExportJob.Reason.FAULT));
        ExportJob wrong = start(Told.atOnce((sink, progress) -> {
                    throw new IllegalStateException("a fault of the program");
                }))
                .orElseThrow();
        assertThat(end(wrong)).isEqualTo(new ExportJob.Failed(ExportJob.Reason.FAULT));
        assertThat(kept()).isZero();
        ExportJob well =
                start(Told.atOnce((sink, progress) -> sink.text("a", "b"))).orElseThrow();
        assertThat(end(well)).isInstanceOf(ExportJob.Done.class);
    }
}
