package org.plinth.core.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plinth.core.programme.ExpectationWindow.Phase;
import org.plinth.core.programme.Retest.Course;
import org.plinth.core.programme.Retest.Due;
import org.plinth.core.programme.Retest.Reason;

class RetestTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @CsvSource({
        // last test on day 0; change waits; prescription changed on day; today: due on day, reason, verdict
        "false, , 10, 28, ROUTINE, false",
        "true, , 10, 14, CONFIRM, false",
        "false, 0, 10, 28, VERDICT, true",
        "false, 7, 10, 35, VERDICT, true",
        "false, -10, 10, 28, VERDICT, true",
        "false, -28, 10, 28, ROUTINE, false",
        "false, -29, 10, 28, ROUTINE, false",
        "true, 7, 10, 14, CONFIRM, false",
        "true, -14, 10, 14, CONFIRM, true",
        "true, -15, 10, 14, CONFIRM, true",
        "true, -13, 10, 14, CONFIRM, false",
        "false, 11, 10, 28, ROUTINE, false"
    })
    void it_is_due_when_it_can_tell_something(
            boolean waits, Integer changed, int today, int due, Reason reason, boolean verdict) {
        Course course =
                new Course(Optional.of(DAY), waits, Optional.ofNullable(changed).map(day -> DAY.plusDays(day)));

        assertThat(Retest.of(course, DAY.plusDays(today))).isEqualTo(new Retest(DAY.plusDays(due), reason, verdict));
    }

    @Test
    void who_was_never_tested_is_due_today() {
        Retest never = Retest.of(new Course(Optional.empty(), false, Optional.of(DAY)), DAY);

        assertThat(never).isEqualTo(new Retest(DAY, Reason.FIRST_TEST, false));
        assertThat(never.due(DAY)).isEqualTo(Due.TODAY);
        assertThat(Retest.of(new Course(Optional.of(DAY.plusDays(1)), false, Optional.empty()), DAY))
                .as("a test in the future is none")
                .isEqualTo(never);
    }

    @Test
    void how_long_it_is_due_is_counted_in_days() {
        Retest retest = Retest.of(new Course(Optional.of(DAY), false, Optional.empty()), DAY);

        assertThat(retest.due(DAY.plusDays(27))).isEqualTo(Due.LATER);
        assertThat(retest.daysUntil(DAY.plusDays(27))).isEqualTo(1);
        assertThat(retest.daysOverdue(DAY.plusDays(27))).isZero();
        assertThat(retest.due(DAY.plusDays(28))).isEqualTo(Due.TODAY);
        assertThat(retest.daysUntil(DAY.plusDays(28))).isZero();
        assertThat(retest.daysOverdue(DAY.plusDays(28))).isZero();
        assertThat(retest.due(DAY.plusDays(31))).isEqualTo(Due.OVERDUE);
        assertThat(retest.daysOverdue(DAY.plusDays(31))).isEqualTo(3);
        assertThat(retest.daysUntil(DAY.plusDays(31))).isZero();
    }

    @Property
    void a_verdict_is_never_asked_for_before_28_days(
            @ForAll @IntRange(min = 0, max = 200) int last,
            @ForAll @IntRange(min = 0, max = 200) int changed,
            @ForAll boolean waits) {
        LocalDate today = DAY.plusDays(200);
        Retest retest = Retest.of(
                new Course(Optional.of(DAY.plusDays(last)), waits, Optional.of(DAY.plusDays(changed))), today);

        if (retest.givesVerdict() || retest.reason() == Reason.VERDICT) {
            assertThat(retest.date()).isAfterOrEqualTo(DAY.plusDays(changed + 28));
        }
        assertThat(retest.date()).isAfter(DAY.plusDays(last));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, BEFORE_START, true",
        "0, TOO_EARLY, true",
        "27, TOO_EARLY, true",
        "28, UNDER_WAY, false",
        "83, UNDER_WAY, false",
        "84, IN_WINDOW, false",
        "119, IN_WINDOW, false",
        "120, AFTER_WINDOW, false"
    })
    void four_weeks_are_too_early_and_the_window_is_week_12_to_17(int day, Phase phase, boolean early) {
        ExpectationWindow window = ExpectationWindow.of(DAY);

        assertThat(window.phase(DAY.plusDays(day))).isEqualTo(phase);
        assertThat(window.isTooEarly(DAY.plusDays(day))).isEqualTo(early);
        assertThat(window.firstReview()).isEqualTo(LocalDate.of(2026, 3, 30));
        assertThat(window.from()).isEqualTo(LocalDate.of(2026, 5, 25));
        assertThat(window.to()).isEqualTo(LocalDate.of(2026, 6, 29));
    }
}
