package org.plinth.web.page;

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
import org.plinth.core.result.TestValue;
import org.plinth.core.series.SeriesKey;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.web.chart.OutcomeSeries.Against;
import org.plinth.web.chart.OutcomeSeries.AgainstPoint;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.measure.Course;
import org.plinth.web.measure.Courses;
import org.plinth.web.text.Texts;
import org.plinth.web.words.FlagWords;

/** The injured leg against the other leg's first test (decision M15), by hand. */
class AgainstFirstTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 5);

    private final SplittableRandom ids = new SplittableRandom(1);
    private final List<SideResult> results = new ArrayList<>();
    private final AgainstFirst against = new AgainstFirst(new FlagWords(Texts.bundled()));

    /** 180 / 240 = 75 %, 198 / 240 = 82.5 %; the symmetry of the second visit would be 198 / 276 = 71.7 %. */
    @Test
    void it_divides_by_the_first_test_and_not_by_todays() {
        visit(0, 180, 240, Fixation.RIG);
        visit(60, 198, 276, Fixation.RIG);

        Against shown = against.of(course(Involvement.LEFT)).orElseThrow();

        assertThat(shown.provisional()).isTrue();
        assertThat(shown.points().get(0).percent()).isCloseTo(75, within(1e-9));
        assertThat(shown.points().get(1).percent()).isCloseTo(82.5, within(1e-9));
    }

    /** √(240 · 250) = 244.949; 198 / 244.949 = 80.833 %. */
    @Test
    void two_first_visits_within_a_fortnight_are_one_reference_that_is_not_provisional() {
        visit(0, 180, 240, Fixation.RIG);
        visit(7, 180, 250, Fixation.RIG);
        visit(60, 198, 276, Fixation.RIG);

        Against shown = against.of(course(Involvement.LEFT)).orElseThrow();

        assertThat(shown.provisional()).isFalse();
        assertThat(shown.points().get(2).percent()).isCloseTo(80.833, within(0.001));
    }

    @Test
    void another_set_up_has_a_first_test_of_its_own_and_says_why() {
        visit(0, 180, 240, Fixation.RIG);
        visit(60, 150, 200, Fixation.BELT);

        List<AgainstPoint> points =
                against.of(course(Involvement.LEFT)).orElseThrow().points();

        assertThat(points).extracting(AgainstPoint::percent).containsExactly(75.0, 75.0);
        assertThat(points.get(0).breakReason()).isEmpty();
        assertThat(points.get(1).breakReason()).isPresent();
    }

    @Test
    void the_right_leg_is_divided_by_the_left_where_it_is_the_injured_one() {
        visit(0, 240, 180, Fixation.RIG);

        assertThat(against.of(course(Involvement.RIGHT)).orElseThrow().points())
                .extracting(AgainstPoint::percent)
                .containsExactly(75.0);
    }

    @Test
    void there_is_none_for_both_legs_injured_a_missing_leg_or_a_first_test_too_weak_to_divide_by() {
        visit(0, 180, 240, Fixation.RIG);
        assertThat(against.of(course(Involvement.BILATERAL))).isEmpty();

        results.clear();
        add(0, 180, Side.LEFT, Fixation.RIG);
        assertThat(against.of(course(Involvement.LEFT))).isEmpty();

        results.clear();
        visit(0, 18, 19.9, Fixation.RIG);
        assertThat(against.of(course(Involvement.LEFT))).isEmpty();
    }

    @Test
    void what_was_tested_before_the_first_test_of_the_other_leg_is_not_compared_with_it() {
        add(0, 180, Side.LEFT, Fixation.RIG);
        visit(30, 198, 240, Fixation.RIG);

        assertThat(against.of(course(Involvement.LEFT)).orElseThrow().points())
                .singleElement()
                .satisfies(point -> assertThat(point.date()).isEqualTo(START.plusDays(30)));
    }

    private void visit(int day, double left, double right, Fixation fixation) {
        add(day, left, Side.LEFT, fixation);
        add(day, right, Side.RIGHT, fixation);
    }

    private void add(int day, double newtons, Side side, Fixation fixation) {
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
                date.atTime(10, 0).toInstant(ZoneOffset.UTC),
                key(side, fixation),
                new TestValue(1, plain.best(), plain.mean(), plain.cvPercent(), Set.of()),
                1,
                1,
                new SideResult.Provenance("0", "serial", "1", "calibration", "clinician", "1")));
    }

    private static SeriesKey key(Side side, Fixation fixation) {
        return new SeriesKey(
                "patient",
                "curl-prone-15",
                1,
                side,
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

    private Course course(Involvement involvement) {
        Episode episode = new Episode(
                Id.random(ids),
                Id.random(ids),
                Id.random(ids),
                1,
                "Sample problem",
                involvement,
                START,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Courses(PositionCatalogue.bundled())
                .of(episode, results, List.of())
                .get(0);
    }
}
