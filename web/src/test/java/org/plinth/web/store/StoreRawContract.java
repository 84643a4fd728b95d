package org.plinth.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Trial;
import org.plinth.web.store.RawStore.RawRow;
import org.plinth.web.store.RawStore.TrialRow;

/** Every recording of a clinic, page by page: each once, with its own efforts, and nothing of another clinic. */
abstract class StoreRawContract extends StoreOutcomesContract {

    private List<RawRow> pages(int most) {
        List<RawRow> rows = new ArrayList<>();
        Optional<Id<Recording>> after = Optional.empty();
        while (true) {
            Optional<Id<Recording>> from = after;
            List<RawRow> page = all(s -> s.raw().page(clinic(), from, most));
            if (page.isEmpty()) {
                return rows;
            }
            assertThat(page).hasSizeLessThanOrEqualTo(most);
            rows.addAll(page);
            after = Optional.of(page.get(page.size() - 1).recording().id());
        }
    }

    private List<TrialRow> trials(int recordings) {
        List<TrialRow> rows = new ArrayList<>();
        Optional<Id<Recording>> after = Optional.empty();
        do {
            Optional<Id<Recording>> from = after;
            after = maybe(s -> s.raw().trialRows(clinic(), from, recordings, rows::add));
        } while (after.isPresent());
        return rows;
    }

    @Test
    void every_recording_comes_once_with_where_it_belongs_and_its_own_efforts() {
        Samples.Course course = samples.course(store, "Ada");
        List<Id<Trial>> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            samples.record(store, course.test(), i % 2 == 0 ? Side.LEFT : Side.RIGHT, 60 * i)
                    .forEach(trial -> made.add(trial.id()));
        }
        Samples others = new Samples(99);
        others.found(store);
        others.record(store, others.course(store, "Ben").test(), Side.LEFT, 0);

        List<RawRow> rows = pages(3);

        assertThat(store.<Long>read(s -> s.raw().count(clinic()))).isEqualTo(7);
        assertThat(rows).hasSize(7).allSatisfy(row -> {
            assertThat(row.recording().clinic()).isEqualTo(clinic());
            assertThat(row.positionId()).isEqualTo("curl-prone-15");
            assertThat(row.sensor()).isEqualTo(samples.sensor.id());
            assertThat(row.episode()).isEqualTo(course.episode().id());
            assertThat(row.involvement()).isEqualTo(course.episode().involvement());
            assertThat(row.openedOn()).isEqualTo(course.episode().openedOn());
            assertThat(row.visitDate()).isEqualTo(course.visit().date());
            assertThat(row.visitStartedAt()).isEqualTo(course.visit().startedAt());
            assertThat(row.erased()).isFalse();
            assertThat(row.setAside()).isFalse();
            assertThat(row.result()).isEmpty();
        });
        assertThat(rows).extracting(row -> row.recording().id()).doesNotHaveDuplicates();
        Set<Id<Trial>> found = new HashSet<>();
        Optional<Id<Recording>> after = Optional.empty();
        for (RawRow row : rows) {
            Optional<Id<Recording>> from = after;
            all(s -> s.raw().trials(clinic(), from, row.recording().id())).forEach(trial -> {
                assertThat(trial.recording().id()).isEqualTo(row.recording().id());
                found.add(trial.trial().id());
            });
            after = Optional.of(row.recording().id());
        }
        assertThat(found).isEqualTo(new HashSet<>(made));
    }

    @Test
    void every_effort_comes_once_in_order_with_its_numbers_whatever_the_page() {
        Samples.Course course = samples.course(store, "Ada");
        for (int i = 0; i < 5; i++) {
            samples.record(store, course.test(), Side.LEFT, 60 * i);
        }

        List<TrialRow> rows = trials(2);

        assertThat(rows).hasSize(15).isEqualTo(trials(100)).allSatisfy(row -> {
            assertThat(row.patient()).isEqualTo(course.patient().id());
            assertThat(row.side()).isEqualTo(Side.LEFT);
            assertThat(row.engineVersion()).isEqualTo(Samples.ENGINE.version());
            assertThat(row.measured()).containsOnlyKeys(RawStore.TRIAL_METRICS);
            assertThat(row.measured().get("meanForce1s_N")).isEqualTo(OptionalDouble.empty());
        });
        assertThat(rows.subList(0, 3)).extracting(TrialRow::number).containsExactly(1, 2, 3);
        assertThat(rows.get(0).measured().get("peakForce_N")).isEqualTo(OptionalDouble.of(218.03 * 1.04));
        assertThat(rows.get(1).measured().get("peakForce_N")).isEqualTo(OptionalDouble.of(1.0 / 3.0 * 1.04));
    }

    @Test
    void what_is_left_of_the_erased_is_that_there_was_a_recording() {
        Samples.Course course = samples.course(store, "Ada");
        samples.record(store, course.test(), Side.LEFT, 0);

        assertThat(pages(10)).hasSize(1).noneMatch(RawRow::erased);
        confirm(course.patient().id(), true);
        erase(course.patient().id(), Samples.NOW.plus(Duration.ofDays(8)));

        assertThat(pages(10)).hasSize(1).allMatch(RawRow::erased);
        assertThat(trials(10)).isEmpty();
    }
}
