package org.plinth.calibration.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.plinth.calibration.fit.Deflections;
import org.plinth.calibration.fit.Deflections.Deflection;
import org.plinth.calibration.number.InOrder;
import org.plinth.calibration.problem.Parabola.Place;

/**
 * Tries every exchange of two loads, in one row each, in one cycle, and everywhere, and keeps the one that makes the
 * points fit best, if it makes them fit far better.
 */
final class SwapSearch {

    private static final double LEAST_GAIN = 16;
    private static final double LEAST_PART = 0.005;
    /** More points than any bench gives; the search grows with their square. */
    private static final int MOST_POINTS = 300;

    private final Deflections deflections;
    private final List<Deflection> all;

    SwapSearch(Deflections deflections) {
        this.deflections = deflections;
        this.all = Stream.concat(deflections.ascending().stream(), deflections.descending().stream())
                .toList();
    }

    private record Swap(List<Deflection> first, List<Deflection> second, double squares) {}

    Optional<CalibrationProblem> find() {
        if (all.size() < 5 || all.size() > MOST_POINTS) {
            return Optional.empty();
        }
        double now = squares(List.of(), List.of());
        if (!isBad()) {
            return Optional.empty();
        }
        Optional<Swap> best = candidates().min((a, b) -> Double.compare(a.squares(), b.squares()));
        return best.filter(swap -> swap.squares() * LEAST_GAIN <= now).map(SwapSearch::problem);
    }

    private boolean isBad() {
        double span =
                all.stream().mapToDouble(point -> Math.abs(point.value())).max().orElse(0);
        return Stream.of(deflections.ascending(), deflections.descending())
                .filter(points -> points.size() > 3)
                .map(points -> Parabola.through(ShapeCheck.places(points)))
                .anyMatch(parabola -> parabola.largestResidual() > LEAST_PART * span);
    }

    private Stream<Swap> candidates() {
        List<Swap> swaps = new ArrayList<>();
        List<Double> loads =
                all.stream().map(Deflection::newtons).distinct().sorted().toList();
        for (int i = 0; i < loads.size(); i++) {
            for (int j = i + 1; j < loads.size(); j++) {
                double low = loads.get(i);
                double high = loads.get(j);
                swaps.add(swap(low, high, point -> true));
                all.stream().map(point -> point.point().cycle()).distinct().forEach(cycle -> {
                    swaps.add(swap(low, high, point -> point.point().cycle() == cycle));
                    swaps.add(swap(
                            low,
                            high,
                            point -> point.point().cycle() == cycle
                                    && deflections.ascending().contains(point)));
                    swaps.add(swap(
                            low,
                            high,
                            point -> point.point().cycle() == cycle
                                    && deflections.descending().contains(point)));
                });
            }
        }
        return swaps.stream()
                .filter(swap -> !swap.first().isEmpty() && !swap.second().isEmpty());
    }

    private Swap swap(double low, double high, Predicate<Deflection> within) {
        List<Deflection> first = all.stream()
                .filter(within)
                .filter(point -> point.newtons() == low)
                .toList();
        List<Deflection> second = all.stream()
                .filter(within)
                .filter(point -> point.newtons() == high)
                .toList();
        return new Swap(first, second, squares(first, second));
    }

    /** Of both directions, each by its own parabola, with the loads of these exchanged. */
    private double squares(List<Deflection> first, List<Deflection> second) {
        return InOrder.sum(Stream.of(deflections.ascending(), deflections.descending())
                .filter(points -> points.size() > 3)
                .mapToDouble(points ->
                        Parabola.through(exchanged(points, first, second)).squares()));
    }

    private static List<Place> exchanged(List<Deflection> points, List<Deflection> first, List<Deflection> second) {
        return points.stream()
                .map(point -> {
                    double newtons = first.contains(point)
                            ? second.get(0).newtons()
                            : second.contains(point) ? first.get(0).newtons() : point.newtons();
                    return new Place(newtons, point.value());
                })
                .toList();
    }

    private static CalibrationProblem problem(Swap swap) {
        List<Integer> rows = Stream.concat(swap.first().stream(), swap.second().stream())
                .map(point -> point.point().row())
                .sorted()
                .toList();
        return new CalibrationProblem.SwappedLoads(
                rows,
                Numbers.load(swap.first().get(0).point().load()),
                Numbers.load(swap.second().get(0).point().load()));
    }
}
