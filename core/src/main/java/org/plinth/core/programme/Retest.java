package org.plinth.core.programme;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.plinth.core.change.ChangeHistory;
import org.plinth.core.trend.PrescriptionVerdict;

/**
 * When strength is to be tested next.
 *
 * <pre>
 *   never tested                              today
 *   a possible change waits                   last test + 14 days, the longest that lets a second one confirm it (M13)
 *   changed prescription without its test     last test + 28 days, but not before the change + 28 days (M14)
 *   otherwise                                 last test + 28 days
 * </pre>
 *
 * <p>28 days between tests are assumed: as long as strength commonly needs to rise by more than its measurement error, and as
 * the verdict on a prescription waits; no paper is behind it.
 *
 * @param date on which it is due; a confirmation may be sooner
 * @param reason why then
 * @param givesVerdict whether a test on that date can judge the last change of a prescription; false where there is none
 */
public record Retest(LocalDate date, Reason reason, boolean givesVerdict) {

    /** From one test to the next [days]; assumed. */
    public static final long ROUTINE_DAYS = 28;

    /** Why then. */
    public enum Reason {
        /** There is no test yet. */
        FIRST_TEST,
        /** A possible change waits to be confirmed. */
        CONFIRM,
        /** A prescription was changed, and no test has judged it. */
        VERDICT,
        /** Some time has passed. */
        ROUTINE
    }

    /** Whether it is time. */
    public enum Due {
        /** Not yet. */
        LATER,
        /** Today. */
        TODAY,
        /** It was. */
        OVERDUE
    }

    /**
     * What is known.
     *
     * @param lastTest date of the last strength test; empty where there is none
     * @param changeWaits whether it showed a possible change that is not confirmed
     * @param prescriptionChanged date of the last change of what is prescribed; empty where there is none
     */
    public record Course(Optional<LocalDate> lastTest, boolean changeWaits, Optional<LocalDate> prescriptionChanged) {}

    /** The next test; dates after today are left out. */
    public static Retest of(Course course, LocalDate today) {
        Optional<LocalDate> verdict = course.prescriptionChanged()
                .filter(date -> !date.isAfter(today))
                .map(date -> date.plusDays(PrescriptionVerdict.LEAST_DAYS));
        Optional<LocalDate> last = course.lastTest().filter(date -> !date.isAfter(today));
        if (last.isEmpty()) {
            return at(today, Reason.FIRST_TEST, Optional.empty());
        }
        Optional<LocalDate> open = verdict.filter(date -> last.get().isBefore(date));
        if (course.changeWaits()) {
            return at(last.get().plusDays(ChangeHistory.CONFIRM_DAYS), Reason.CONFIRM, open);
        }
        LocalDate routine = last.get().plusDays(ROUTINE_DAYS);
        LocalDate date = open.filter(routine::isBefore).orElse(routine);
        return at(date, open.isPresent() ? Reason.VERDICT : Reason.ROUTINE, open);
    }

    private static Retest at(LocalDate date, Reason reason, Optional<LocalDate> verdict) {
        return new Retest(
                date, reason, verdict.filter(from -> !date.isBefore(from)).isPresent());
    }

    /** Whether it is time. */
    public Due due(LocalDate today) {
        if (today.isBefore(date)) {
            return Due.LATER;
        }
        return today.isEqual(date) ? Due.TODAY : Due.OVERDUE;
    }

    /** Days past its date; 0 where it is not overdue. */
    public long daysOverdue(LocalDate today) {
        return Math.max(0, ChronoUnit.DAYS.between(date, today));
    }

    /** Days until its date; 0 where it has come. */
    public long daysUntil(LocalDate today) {
        return Math.max(0, ChronoUnit.DAYS.between(today, date));
    }
}
