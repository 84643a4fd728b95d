package org.plinth.web.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.plinth.core.position.Fixation;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.quantity.Force;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.result.TestValue;
import org.plinth.core.series.SeriesKey;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.SideResult;

class CoursesTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 5);
    private final SplittableRandom ids = new SplittableRandom(1);
    private final List<SideResult> results = new ArrayList<>();
    private int protocolVersion = 1;

    /** Two baselines of 200 N, rig, SEM 5 %: the limit is 200·(e^(1.96·√1.5·0.05) − 1) = 25.5 N, by hand. */
    @Test
    void a_first_rise_beyond_the_limit_is_possible_and_a_second_confirms_it() {
        add(0, 200, Fixation.RIG);
        add(7, 200, Fixation.RIG);
        assertThat(change().kind()).isEqualTo(SeriesChange.Kind.BASELINE_ONLY);
        add(30, 225, Fixation.RIG);
        assertThat(change().kind()).isEqualTo(SeriesChange.Kind.WITHIN_ERROR);
        add(60, 226, Fixation.RIG);
        assertThat(change().kind()).isEqualTo(SeriesChange.Kind.POSSIBLY_STRONGER);
        assertThat(change().limit().orElseThrow().newtons()).isCloseTo(25.51, within(0.01));
        add(90, 228, Fixation.RIG);
        assertThat(change().kind()).isEqualTo(SeriesChange.Kind.STRONGER);
        assertThat(change().difference()).contains(new Force(28));
    }

    @Test
    void another_fixation_begins_another_stretch_with_its_reason() {
        add(0, 200, Fixation.HAND_HELD);
        add(30, 260, Fixation.BELT);

        SideCourse left = course().left();

        assertThat(left.segments()).hasSize(2);
        assertThat(left.segments().get(1).breakBecause()).containsExactly(SeriesBreak.FIXATION);
        assertThat(change().kind()).isEqualTo(SeriesChange.Kind.ONE_VISIT);
    }

    @Test
    void another_version_of_the_protocol_begins_another_stretch_and_is_not_compared() {
        add(0, 200, Fixation.RIG);
        protocolVersion = 2;
        add(30, 300, Fixation.RIG);

        SideCourse left = course().left();

        assertThat(left.segments()).hasSize(2);
        assertThat(left.segments().get(1).breakBecause()).containsExactly(SeriesBreak.PROTOCOL);
        assertThat(change().kind()).isEqualTo(SeriesChange.Kind.ONE_VISIT);
    }

    @Test
    void two_visits_on_one_date_are_one_point_of_their_geometric_mean() {
        add(0, 100, Fixation.RIG);
        add(0, 400, Fixation.RIG);

        assertThat(course().left().points()).singleElement().satisfies(point -> {
            assertThat(point.value().newtons()).isCloseTo(200, within(1e-9));
            assertThat(point.results()).hasSize(2);
        });
    }

    @Test
    void a_hollow_point_is_shown_and_not_judged() {
        add(0, 200, Fixation.RIG);
        add(30, 400, Fixation.RIG, ResultFlag.UNCALIBRATED);

        assertThat(course().left().newest().orElseThrow().hollow()).isTrue();
        assertThat(change().kind()).isEqualTo(SeriesChange.Kind.NOT_JUDGED);
        assertThat(change().difference()).isEmpty();
    }

    @Test
    void a_single_baseline_says_that_a_first_rise_may_be_practice() {
        add(0, 200, Fixation.RIG);
        add(30, 210, Fixation.RIG);

        assertThat(change().firstRise()).isTrue();
        assertThat(course().left()
                        .current()
                        .orElseThrow()
                        .baseline()
                        .orElseThrow()
                        .single())
                .isTrue();
    }

    private SeriesChange change() {
        return course().left().current().orElseThrow().change();
    }

    private Course course() {
        Episode episode = new Episode(
                Id.random(ids),
                Id.random(ids),
                Id.random(ids),
                1,
                "Sample problem",
                Involvement.LEFT,
                START,
                Optional.of(START.plusDays(10)),
                Optional.empty(),
                Optional.empty());
        return new Courses(PositionCatalogue.bundled())
                .of(episode, results, List.of())
                .get(0);
    }

    private void add(int day, double newtons, Fixation fixation, ResultFlag... flags) {
        LocalDate date = START.plusDays(day);
        TestValue plain = TestValue.ofFirst(1, List.of(new Force(newtons)));
        results.add(new SideResult(
                Id.random(ids),
                Id.random(ids),
                Id.random(ids),
                Id.random(ids),
                Id.random(ids),
                1,
                date,
                date.atTime(10, results.size()).toInstant(ZoneOffset.UTC),
                key(fixation),
                new TestValue(1, plain.best(), plain.mean(), plain.cvPercent(), Set.of(flags)),
                1,
                1,
                new SideResult.Provenance("0", "serial", "1", "calibration", "clinician", "1")));
    }

    private SeriesKey key(Fixation fixation) {
        return new SeriesKey(
                "patient",
                "curl-prone-15",
                protocolVersion,
                Side.LEFT,
                fixation,
                "standard",
                "shank",
                "virtual",
                "peak100_N@1",
                SeriesKey.Basis.FORCE,
                "best",
                "none",
                SeriesKey.Provenance.RECORDED);
    }
}
