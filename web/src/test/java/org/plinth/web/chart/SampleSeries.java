package org.plinth.web.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.core.visit.Side;
import org.plinth.web.chart.OutcomeSeries.Band;
import org.plinth.web.chart.OutcomeSeries.Bars;
import org.plinth.web.chart.OutcomeSeries.Panel;
import org.plinth.web.chart.OutcomeSeries.Point;
import org.plinth.web.chart.OutcomeSeries.Segment;
import org.plinth.web.chart.OutcomeSeries.SymmetryPoint;

/** Series to draw: none, one test, and a course with a break and a flagged point. */
final class SampleSeries {

    static final LocalDate START = LocalDate.of(2026, 3, 2);

    private SampleSeries() {}

    static OutcomeSeries empty() {
        return series(List.of(), List.of(), List.of());
    }

    static OutcomeSeries one() {
        return series(
                List.of(segment(Optional.empty(), 221, List.of(221.0), 0)),
                List.of(segment(Optional.empty(), 270, List.of(270.0), 0)),
                List.of(point(0, 81.85, false)));
    }

    /** Left: five tests, then two with another fixation. Right: seven, the third flagged. */
    static OutcomeSeries course() {
        List<Segment> left = List.of(
                segment(Optional.empty(), 180, List.of(180.0, 185.0, 201.0, 219.0, 228.0), 0),
                segment(Optional.of("other fixation"), 190, List.of(190.0, 205.0), 5));
        List<Point> right = new ArrayList<>();
        double[] newtons = {262, 259, 214, 266, 270, 268, 272};
        for (int i = 0; i < newtons.length; i++) {
            right.add(new Point(START.plusDays(14L * i), newtons[i], i == 2));
        }
        List<SymmetryPoint> ratios = new ArrayList<>();
        double[] percents = {68.7, 71.4, 93.9, 82.3, 84.4, 70.9, 75.4};
        for (int i = 0; i < percents.length; i++) {
            ratios.add(point(14 * i, percents[i], i == 2));
        }
        return series(left, List.of(new Segment(Optional.empty(), Optional.of(band(260)), right)), ratios);
    }

    private static OutcomeSeries series(List<Segment> left, List<Segment> right, List<SymmetryPoint> symmetry) {
        return new OutcomeSeries(
                "Prone curl, knee 15°: force over time",
                "Force of each leg at each visit.",
                ForceUnit.NEWTON,
                List.of(
                        new Panel(Side.LEFT, "Left, the injured leg", left),
                        new Panel(Side.RIGHT, "Right, the uninjured leg", right)),
                symmetry,
                OptionalDouble.of(90),
                Optional.empty(),
                Timeline.none());
    }

    private static Segment segment(Optional<String> reason, double baseline, List<Double> newtons, int first) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < newtons.size(); i++) {
            points.add(new Point(START.plusDays(14L * (first + i)), newtons.get(i), false));
        }
        return new Segment(reason, Optional.of(band(baseline)), points);
    }

    private static Band band(double baseline) {
        return new Band(baseline, baseline * 0.87, baseline * 1.149);
    }

    private static SymmetryPoint point(int day, double percent, boolean flagged) {
        Bars bars = new Bars(percent * 0.913, percent * 1.095, percent * 0.871, percent * 1.149);
        return new SymmetryPoint(START.plusDays(day), percent, Optional.of(bars), flagged);
    }
}
