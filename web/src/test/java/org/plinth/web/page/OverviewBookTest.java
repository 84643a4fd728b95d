package org.plinth.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.visit.Involvement;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.SensorIncident;
import org.plinth.web.page.OverviewBook.Seen;
import org.plinth.web.page.OverviewBook.UnderWay;
import org.plinth.web.page.OverviewBook.Whole;
import org.plinth.web.position.ClinicPositions;
import org.plinth.web.store.Act;
import org.plinth.web.testkit.ClinicServer;

/** A clinic with more open episodes than somebody should wait for: read by somebody else, who is not waited for, and then kept right. */
@Tag("slow")
class OverviewBookTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 8, 6);
    private static final int MANY = OverviewShelf.AT_ONCE + 60;

    private static ClinicServer server;
    private static ClinicServer.Sample sample;
    private static Sensor sensor;
    private static MeKit first;

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private OverviewBook book;

    @BeforeAll
    static void start() {
        server = ClinicServer.withPages();
        sample = server.addClinic("a");
        sensor = server.addCalibratedSensor(sample, "S-1");
        first = kit(41, "Sample First").tested(TODAY.minusDays(40), 200, 250);
        put(first);
        ManyPatientsTest.multiply(server, first.patient().id(), MANY);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        book = new OverviewBook(server.store(), new ClinicPositions(PositionCatalogue.bundled()), waiting::add);
    }

    private static MeKit kit(int seed, String given) {
        return new MeKit(
                seed,
                sample.clinic().id(),
                given,
                Involvement.LEFT,
                sample.accounts().get(Role.CLINICIAN).id());
    }

    private static void put(MeKit kit) {
        kit.into(server.store(), server.clock().instant(), Optional.of(sensor), false);
    }

    private Seen now() {
        return book.open(sample.clinic(), server.clock().instant());
    }

    private OverviewStand whole() {
        now();
        waiting.remove().run();
        return ((Whole) now()).stand();
    }

    private static List<String> names(OverviewStand stand) {
        return stand.lines().stream().map(line -> line.patient().givenName()).toList();
    }

    @Test
    void is_read_by_one_other_thread_and_says_so_meanwhile() {
        int before = server.store()
                .read(stores ->
                        stores.overview().withOpenEpisode(sample.clinic().id()).size());

        assertThat(now()).isEqualTo(new UnderWay(0, before));
        assertThat(now()).as("while nobody has begun").isEqualTo(new UnderWay(0, before));
        assertThat(waiting).hasSize(1);

        put(kit(42, "Sample Meanwhile").tested(TODAY.minusDays(3), 210, 240));
        waiting.remove().run();

        assertThat(now()).isInstanceOf(Whole.class);
        assertThat(names(((Whole) now()).stand())).hasSize(before + 1).contains("Sample Meanwhile");
        assertThat(waiting).isEmpty();
    }

    @Test
    void another_day_asks_for_another_test_without_being_read_again() {
        OverviewStand today = whole();
        Instant later = server.clock().instant().plus(Duration.ofDays(40));

        OverviewStand then = ((Whole) book.open(sample.clinic(), later)).stand();

        assertThat(then.due()).isEqualTo(then.lines().size()).isGreaterThanOrEqualTo(today.due());
        assertThat(then.day()).isEqualTo(TODAY.plusDays(40));
        assertThat(((Whole) now()).stand().due()).isEqualTo(today.due());
        assertThat(waiting).isEmpty();
    }

    @Test
    void a_sensor_that_was_dropped_has_everything_read_again() {
        whole();
        Act act = new Act(
                sample.clinic().id(),
                sample.accounts().get(Role.CLINICIAN).id(),
                server.clock().instant(),
                "sensor.drop",
                "",
                "");
        server.store().write(act, stores -> {
            stores.trust()
                    .add(new SensorIncident(
                            Id.random(new SplittableRandom(5)),
                            sample.clinic().id(),
                            sensor.id(),
                            SensorIncident.Kind.DROP,
                            server.clock().instant(),
                            "",
                            sample.accounts().get(Role.CLINICIAN).id()));
            return true;
        });

        assertThat(now()).isInstanceOf(UnderWay.class);
        waiting.remove().run();
        assertThat(now()).isInstanceOf(Whole.class);
    }

    @Test
    void who_was_seen_last_comes_first_in_the_worklist_and_a_visit_moves_her() {
        OverviewStand before = whole();
        assertThat(before.lastSeen().get(0).lastVisit().orElseThrow().startedAt())
                .isEqualTo(before.lines().stream()
                        .flatMap(line -> line.lastVisit().stream())
                        .map(visit -> visit.startedAt())
                        .max(Instant::compareTo)
                        .orElseThrow());

        new MeKit(
                        43,
                        first.patient(),
                        first.episode(),
                        sample.accounts().get(Role.CLINICIAN).id())
                .tested(TODAY.plusDays(1), 200, 250)
                .into(server.store(), server.clock().instant(), Optional.of(sensor), true);

        assertThat(((Whole) now()).stand().lastSeen().get(0).patient()).isEqualTo(first.patient());
        assertThat(waiting).isEmpty();
    }
}
