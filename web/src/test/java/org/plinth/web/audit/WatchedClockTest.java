package org.plinth.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plinth.web.audit.WatchedClock.SetBack;
import org.plinth.web.store.Act;
import org.plinth.web.store.AuditEvent;
import org.plinth.web.store.AuditFilter;
import org.plinth.web.testkit.ManualClock;

class WatchedClockTest {

    private static final Instant START = Instant.parse("2026-08-06T09:00:00Z");

    @TempDir
    Path root;

    private final ManualClock machine = new ManualClock(START);
    private final WatchedClock clock = new WatchedClock(machine);
    private final List<SetBack> heard = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 3_600, 86_400 * 365L, -1})
    void a_clock_that_goes_on_jumps_forward_or_corrects_itself_by_a_second_is_not_told_of(long seconds) {
        clock.onSetBack(heard::add);
        clock.instant();
        machine.forward(Duration.ofSeconds(seconds));

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(seconds));
        assertThat(heard).isEmpty();
    }

    @Test
    void set_back_by_an_hour_it_is_told_of_once_and_again_the_next_time() {
        clock.onSetBack(heard::add);
        clock.instant();
        machine.forward(Duration.ofHours(-1));
        clock.instant();
        clock.instant();
        machine.forward(Duration.ofMinutes(5));
        clock.instant();
        machine.forward(Duration.ofSeconds(-2));
        clock.instant();

        assertThat(heard)
                .containsExactly(
                        new SetBack(START, START.minusSeconds(3_600)),
                        new SetBack(START.minusSeconds(3_300), START.minusSeconds(3_302)));
    }

    @Test
    void the_end_of_summer_time_sets_no_clock_back() {
        clock.onSetBack(heard::add);
        ZoneId london = ZoneId.of("Europe/London");
        ZonedDateTime before = ZonedDateTime.of(2026, 10, 25, 1, 59, 0, 0, london);
        machine.set(before.toInstant());
        clock.instant();
        machine.set(before.plusMinutes(2).toInstant());

        assertThat(clock.instant().atZone(london).getHour()).isEqualTo(1);
        assertThat(heard).isEmpty();
    }

    @Test
    void a_clock_set_back_while_running_and_one_set_back_between_two_runs_each_have_a_row() {
        try (AuditGround ground = new AuditGround(root)) {
            ground.rows(3);
            WatchedClock running = new WatchedClock(ground.clock);
            try (AuditKeeper keeper = AuditKeeper.start(ground.store, ground.checkpoints(), running, () -> {})) {
                assertThat(keeper).isNotNull();
                running.instant();
                ground.clock.forward(Duration.ofHours(-1));
                running.instant();
                ground.rows(1);
            }
            ground.clock.forward(Duration.ofDays(-30));
            WatchedClock again = new WatchedClock(ground.clock);
            try (AuditKeeper keeper = AuditKeeper.start(ground.store, ground.checkpoints(), again, () -> {})) {
                assertThat(keeper).isNotNull();
                again.instant();
            }

            assertThat(setBacks(ground))
                    .extracting(row -> row.after().orElse(""))
                    .containsExactly(
                            "{\"from\":\"2026-08-06T08:00:00Z\",\"to\":\"2026-07-07T08:00:00Z\"}",
                            "{\"from\":\"2026-08-06T09:00:00Z\",\"to\":\"2026-08-06T08:00:00Z\"}");
        }
    }

    private static List<AuditEvent> setBacks(AuditGround ground) {
        AuditFilter filter = new AuditFilter(
                Set.of(Act.INSTALLATION),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of("clock.set-back"),
                Optional.empty());
        return ground.store.read(stores -> stores.audit().find(filter, Long.MAX_VALUE, 10));
    }

    @Test
    void a_keeper_writes_a_checkpoint_when_it_begins_and_when_it_ends_and_flushes_what_waits() {
        try (AuditGround ground = new AuditGround(root)) {
            ground.rows(3);
            List<String> flushed = new ArrayList<>();
            Checkpoints checkpoints = ground.checkpoints();
            try (AuditKeeper keeper = AuditKeeper.start(
                    ground.store, checkpoints, new WatchedClock(ground.clock), () -> flushed.add("flush"))) {
                assertThat(keeper).isNotNull();
                assertThat(checkpoints.latest()).map(Checkpoint::seq).contains(3L);
                ground.rows(3);
            }
            assertThat(checkpoints.latest()).map(Checkpoint::seq).contains(7L);
            assertThat(flushed).isNotEmpty();
        }
    }
}
