package org.plinth.core.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.plinth.core.change.Baseline;
import org.plinth.core.change.Change;
import org.plinth.core.change.ChangeHistory;
import org.plinth.core.change.VisitPoint;
import org.plinth.core.position.Fixation;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.quantity.Force;
import org.plinth.core.series.SeriesKey;
import org.plinth.core.symmetry.LimbSymmetry;
import org.plinth.core.symmetry.SideMeasurement;
import org.plinth.core.symmetry.SymmetryOutcome.Symmetry;
import org.plinth.core.symmetry.ThresholdState;
import org.plinth.core.testkit.SampleKeys;
import org.plinth.core.visit.Side;

/**
 * Simulated people whose true strength is known, put through the same code as real ones (decision M23). The error of a
 * visit is log-normal around the truth; what else may go wrong is a {@link World}.
 */
final class Episodes {

    private static final SeriesKey KEY = SampleKeys.key(Side.LEFT, Fixation.RIG);
    private static final LocalDate START = LocalDate.of(2026, 1, 5);
    private static final double BELIEVED_SEM = 0.08;
    private static final int DAYS_BETWEEN = 28;

    /**
     * How the world differs from what is assumed.
     *
     * @param name for the table
     * @param semFactor true error over the believed one
     * @param rho correlation of the errors of the two legs
     * @param learning rise from the first visit to the second, none after
     * @param unequal factor by which the injured leg's error is greater
     * @param day scatter of good and bad days, the same for both legs of a visit, on top of the error (log scale)
     */
    record World(String name, double semFactor, double rho, double learning, double unequal, double day) {
        static World asAssumed() {
            return new World("as assumed", 1, 0, 0, 1, 0);
        }

        /** Whether something in it can touch one leg's change. */
        boolean touchesChange() {
            return rho == 0 && unequal == 1;
        }

        /** Whether something in it can touch the two legs' ratio. */
        boolean touchesSymmetry() {
            return learning == 0;
        }
    }

    private final SplittableRandom random;
    private final World world;

    Episodes(World world, long seed) {
        this.world = world;
        this.random = new SplittableRandom(seed);
    }

    /** Part of episodes without any true change in which a change is confirmed. */
    double falseChange(int episodes, int baselines, int retests) {
        int wrong = 0;
        for (int i = 0; i < episodes; i++) {
            wrong += tellsOfChange(baselines, retests) ? 1 : 0;
        }
        return (double) wrong / episodes;
    }

    private boolean tellsOfChange(int baselines, int retests) {
        List<VisitPoint> points = new ArrayList<>();
        for (int v = 0; v < baselines + retests; v++) {
            double truth = Math.log(200) + (v == 0 ? 0 : Math.log(1 + world.learning()));
            double today = world.day() == 0 ? 0 : world.day() * random.nextGaussian();
            double force = Math.exp(truth + today + BELIEVED_SEM * world.semFactor() * random.nextGaussian());
            // The second baseline follows within 14 days, re-tests every four weeks.
            int day = v < baselines ? 10 * v : 10 * (baselines - 1) + DAYS_BETWEEN * (v - baselines + 1);
            points.add(new VisitPoint(KEY, START.plusDays(day), new Force(force), true));
        }
        MeasurementError error = new MeasurementError(100 * BELIEVED_SEM, "simulated", true);
        Baseline baseline = Baseline.of(points, Optional.empty()).orElseThrow();
        return ChangeHistory.of(baseline, points, error).stream().anyMatch(Change.Confirmed.class::isInstance);
    }

    /** What intervals and states of a known symmetry turned out to be. */
    record Coverage(double covered, double met, double notMet) {}

    /** Intervals and states of a true symmetry against 90 %. */
    Coverage symmetry(int visits, double truePercent) {
        int covered = 0;
        int met = 0;
        int notMet = 0;
        for (int i = 0; i < visits; i++) {
            Symmetry symmetry = measured(truePercent);
            double low = symmetry.interval().orElseThrow().low95();
            double high = symmetry.interval().orElseThrow().high95();
            covered += low <= truePercent && truePercent <= high ? 1 : 0;
            met += symmetry.state() == ThresholdState.MET ? 1 : 0;
            notMet += symmetry.state() == ThresholdState.NOT_MET ? 1 : 0;
        }
        return new Coverage((double) covered / visits, (double) met / visits, (double) notMet / visits);
    }

    private Symmetry measured(double truePercent) {
        double shared = random.nextGaussian();
        double rho = world.rho();
        double sem = BELIEVED_SEM * world.semFactor();
        double today = world.day() == 0 ? 0 : world.day() * random.nextGaussian();
        double x =
                today + sem * world.unequal() * (Math.sqrt(rho) * shared + Math.sqrt(1 - rho) * random.nextGaussian());
        double y = today + sem * (Math.sqrt(rho) * shared + Math.sqrt(1 - rho) * random.nextGaussian());
        return (Symmetry) LimbSymmetry.of(
                Side.LEFT,
                side(Side.LEFT, 2.5 * truePercent * Math.exp(x)),
                side(Side.RIGHT, 250 * Math.exp(y)),
                Optional.of(new MeasurementError(100 * BELIEVED_SEM, "simulated", true)),
                90);
    }

    private static SideMeasurement side(Side side, double newtons) {
        return new SideMeasurement(side, List.of(new Force(newtons)), List.of(Force.ZERO), new Force(0.1), 0, Set.of());
    }
}
