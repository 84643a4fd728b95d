package org.plinth.web.outcome;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.plinth.core.audit.KaplanMeier.Followed;
import org.plinth.core.symmetry.SymmetryOutcome.Symmetry;
import org.plinth.core.symmetry.ThresholdState;
import org.plinth.web.measure.SymmetryPoint;

/** Whether a symmetry is at least 90, and when that was confirmed (decision M22). Always 90, whatever line a clinic draws. */
public final class Symmetry90 {

    /** The line [%]. */
    public static final double PERCENT = 90;

    private Symmetry90() {}

    /** The state of one symmetry; what is doubtful cannot tell. */
    public static ThresholdState state(Symmetry symmetry) {
        if (StageTest.isDoubtful(symmetry.flags())) {
            return ThresholdState.CANNOT_TELL;
        }
        return symmetry.interval().map(interval -> interval.state(PERCENT)).orElse(ThresholdState.CANNOT_TELL);
    }

    /** Whether the value itself is at least 90, as other services count it. */
    public static boolean isPoint(Symmetry symmetry) {
        return symmetry.percent() >= PERCENT;
    }

    /**
     * How long one position of one episode was followed: to the day on which a symmetry was MET, or the second of two visits in a row of
     * at least 90 in one set-up; else to the last symmetry. Visits without a usable symmetry confirm nothing and end a row, and so does
     * another set-up or a new baseline. Who is there at the first test already is there on day 0.
     *
     * @param start the first day on which the position was tested
     * @param points oldest first, refusals included
     * @return empty where there never was a symmetry
     */
    public static Optional<Followed> followed(LocalDate start, List<SymmetryPoint> points) {
        Optional<LocalDate> last = Optional.empty();
        Optional<LocalDate> before = Optional.empty();
        for (SymmetryPoint point : points) {
            Optional<Symmetry> known = known(point);
            boolean reached = known.filter(one -> isPoint(one) && !StageTest.isDoubtful(one.flags()))
                    .isPresent();
            boolean met = known.filter(one -> state(one) == ThresholdState.MET).isPresent();
            Optional<LocalDate> pending = point.startsSegment() ? Optional.empty() : before;
            boolean again = reached
                    && pending.filter(earlier -> earlier.isBefore(point.date())).isPresent();
            if (met || again) {
                return Optional.of(new Followed(days(start, point.date()), true));
            }
            before = reached ? pending.or(() -> Optional.of(point.date())) : Optional.empty();
            last = known.isPresent() ? Optional.of(point.date()) : last;
        }
        return last.map(day -> new Followed(days(start, day), false));
    }

    private static Optional<Symmetry> known(SymmetryPoint point) {
        return point.symmetry().outcome().symmetry();
    }

    private static double days(LocalDate from, LocalDate to) {
        return Math.max(0, ChronoUnit.DAYS.between(from, to));
    }
}
