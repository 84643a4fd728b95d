package org.plinth.calibration.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.distribution.continuous.TDistribution;
import org.plinth.calibration.fit.Deflections;
import org.plinth.calibration.fit.Deflections.Deflection;
import org.plinth.calibration.number.InOrder;
import org.plinth.calibration.problem.Parabola.Place;
import org.plinth.calibration.run.CalibrationRun;

/**
 * Readings that do not fit each other: loads that were swapped, outliers, readings that turn.
 *
 * <pre>
 *   swapped   exchanging two loads lowers the sum of squares 16-fold or more, and a residual is above 0.5 % of full scale
 *   outlier   deleted residual above 0.25 % of full scale and beyond Student's t at 0.001 / n (Bonferroni), two-sided
 *   turns     a mean deflection that does not go on in the direction of the others while the load rises
 * </pre>
 *
 * <p>Engineering limits; a parabola is fitted to each direction on its own, so that neither bend nor hysteresis counts.
 */
final class ShapeCheck {

    private static final double OUTLIER_PART = 0.0025;
    private static final double OUTLIER_CHANCE = 0.001;
    private static final int MOST_OUTLIERS = 5;

    private final Deflections deflections;

    private ShapeCheck(Deflections deflections) {
        this.deflections = deflections;
    }

    static List<CalibrationProblem> find(CalibrationRun run) {
        ShapeCheck check = new ShapeCheck(Deflections.of(run));
        Optional<CalibrationProblem> swapped = new SwapSearch(check.deflections).find();
        if (swapped.isPresent()) {
            return List.of(swapped.get());
        }
        List<CalibrationProblem> turns = check.turns();
        Set<Integer> equal = new HashSet<>();
        turns.stream()
                .filter(CalibrationProblem.EqualReadings.class::isInstance)
                .forEach(problem -> equal.addAll(problem.rows()));
        List<CalibrationProblem> outliers = new ArrayList<>(outliers(check.deflections.ascending()));
        outliers.addAll(outliers(check.deflections.descending()));
        outliers.removeIf(problem -> equal.containsAll(problem.rows()));
        if (outliers.isEmpty()) {
            return turns;
        }
        turns.removeIf(problem -> !(problem instanceof CalibrationProblem.EqualReadings));
        turns.addAll(outliers);
        return turns;
    }

    /** The worst first, then again without it. */
    private static List<CalibrationProblem> outliers(List<Deflection> points) {
        List<CalibrationProblem> found = new ArrayList<>();
        List<Deflection> left = new ArrayList<>(points);
        while (found.size() < MOST_OUTLIERS && left.size() > 4) {
            Parabola parabola = Parabola.through(places(left));
            int worst = worst(parabola, left.size());
            if (parabola.freedom() < 2 || !isOutlier(parabola, worst, left)) {
                break;
            }
            Deflection out = left.remove(worst);
            double expected = out.point().reading() - parabola.deleted(worst);
            found.add(new CalibrationProblem.Outlier(
                    List.of(out.point().row()),
                    Numbers.load(out.point().load()),
                    out.point().reading(),
                    expected));
        }
        return found;
    }

    private static int worst(Parabola parabola, int size) {
        int worst = 0;
        for (int i = 1; i < size; i++) {
            if (Math.abs(parabola.studentised(i)) > Math.abs(parabola.studentised(worst))) {
                worst = i;
            }
        }
        return worst;
    }

    private static boolean isOutlier(Parabola parabola, int i, List<Deflection> points) {
        double span = points.stream()
                .mapToDouble(point -> Math.abs(point.value()))
                .max()
                .orElse(0);
        double chance = OUTLIER_CHANCE / points.size() / 2;
        double limit = new TDistribution(Math.max(1, parabola.freedom() - 1)).inverseCumulativeProbability(1 - chance);
        return Math.abs(parabola.deleted(i)) > OUTLIER_PART * span && Math.abs(parabola.studentised(i)) > limit;
    }

    /** Within each cycle on the way up: a load above another whose reading is not. */
    private List<CalibrationProblem> turns() {
        List<CalibrationProblem> found = new ArrayList<>();
        List<Deflection> up = deflections.ascending();
        int way = way(up);
        Set<Integer> cycles = new HashSet<>();
        up.forEach(point -> cycles.add(point.point().cycle()));
        for (int cycle : cycles) {
            List<Deflection> own = up.stream()
                    .filter(point -> point.point().cycle() == cycle)
                    .sorted(Comparator.comparingDouble(Deflection::newtons))
                    .toList();
            for (int i = 1; i < own.size(); i++) {
                addTurn(found, own.get(i - 1), own.get(i), way);
            }
        }
        return found;
    }

    private static void addTurn(List<CalibrationProblem> found, Deflection low, Deflection high, int way) {
        if (high.newtons() == low.newtons() || (high.value() - low.value()) * way > 0) {
            return;
        }
        List<Integer> rows = List.of(low.point().row(), high.point().row());
        String lowLoad = Numbers.load(low.point().load());
        String highLoad = Numbers.load(high.point().load());
        if (high.value() == low.value()) {
            found.add(new CalibrationProblem.EqualReadings(
                    rows, lowLoad, highLoad, high.point().reading()));
        } else {
            found.add(new CalibrationProblem.ReadingTurns(
                    rows, lowLoad, highLoad, low.point().reading(), high.point().reading()));
        }
    }

    /** 1 where readings rise with the load, −1 where they fall. */
    private static int way(List<Deflection> points) {
        double meanNewtons =
                InOrder.mean(points.stream().mapToDouble(Deflection::newtons)).orElse(0);
        double sum = InOrder.sum(points.stream().mapToDouble(point -> (point.newtons() - meanNewtons) * point.value()));
        return sum < 0 ? -1 : 1;
    }

    static List<Place> places(List<Deflection> points) {
        return points.stream()
                .map(point -> new Place(point.newtons(), point.value()))
                .toList();
    }
}
