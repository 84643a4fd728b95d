package org.plinth.core.trend;

import java.util.List;
import java.util.Optional;
import org.plinth.core.position.MeasurementError;

/**
 * When a goal would be reached if the present slope went on (decision S10: for clinicians, from five visits). A band,
 * never a date; it knows nothing of healing, flare-ups or a ceiling.
 *
 * <pre>
 *   days = (ln goal - ln F(now)) / b      F(now) = on the line at the last visit
 * </pre>
 */
public sealed interface GoalProjection {

    /** From this many visits. */
    int LEAST_VISITS = 5;

    /** Nothing further than this is told [days]; assumed. */
    double FURTHEST_DAYS = 365;

    /**
     * A band of days from the last visit.
     *
     * @param earliest with the upper end of the slope [days]
     * @param likely with the slope itself [days]; empty where that is beyond a year
     * @param latest with the lower end [days]; empty where that never gets there or is beyond a year
     */
    record Band(double earliest, Optional<Double> likely, Optional<Double> latest) implements GoalProjection {}

    /**
     * None.
     *
     * @param reason why
     */
    record NotForeseeable(Reason reason) implements GoalProjection {}

    /** Why there is none. */
    enum Reason {
        /** Fewer than five visits. */
        TOO_FEW_VISITS,
        /** The goal is not above 0. */
        NO_GOAL,
        /** The line is there already. */
        REACHED,
        /** No rise is shown, or not within a year. */
        NO_RISE
    }

    /** The projection of visits in order of date towards a goal in their unit. */
    static GoalProjection of(List<TrendPoint> points, double goal, MeasurementError error) {
        if (points.size() < LEAST_VISITS) {
            return new NotForeseeable(Reason.TOO_FEW_VISITS);
        }
        if (!(goal > 0)) {
            return new NotForeseeable(Reason.NO_GOAL);
        }
        Optional<Trend> trend = Trend.of(points, error);
        if (trend.isEmpty() || trend.get().claim() != Trend.Claim.RISING) {
            return new NotForeseeable(Reason.NO_RISE);
        }
        double missing = StrictMath.log(goal) - level(points, trend.get().logSlope());
        return missing <= 0 ? new NotForeseeable(Reason.REACHED) : band(missing, trend.get());
    }

    private static GoalProjection band(double missing, Trend trend) {
        double earliest = missing / (trend.logSlope() + trend.halfWidth());
        if (earliest > FURTHEST_DAYS) {
            return new NotForeseeable(Reason.NO_RISE);
        }
        return new Band(
                earliest, within(missing / trend.logSlope()), within(missing / (trend.logSlope() - trend.halfWidth())));
    }

    private static Optional<Double> within(double days) {
        return days > 0 && days <= FURTHEST_DAYS ? Optional.of(days) : Optional.empty();
    }

    /** ln F on the line of this slope through the middle of the points, at the last visit. */
    private static double level(List<TrendPoint> points, double slope) {
        double meanT = LeastSquares.mean(points, TrendPoint::days);
        double meanY = LeastSquares.mean(points, point -> StrictMath.log(point.value()));
        return meanY + slope * (points.get(points.size() - 1).days() - meanT);
    }
}
