package org.plinth.core.formula;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plinth.core.change.Baseline;
import org.plinth.core.change.Change;
import org.plinth.core.change.ChangeHistory;
import org.plinth.core.change.DetectableChange;
import org.plinth.core.change.VisitPoint;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.trend.Trend;
import org.plinth.core.trend.TrendPoint;
import org.plinth.core.visit.Side;

/**
 * Works the numbers of one stretch of a series: baseline, change, what can be seen, trend.
 *
 * @param points of the stretch in order of date
 * @param baseline as the engine gave it
 * @param declared error that the position declares for this way of holding the sensor; empty where none is known
 * @param error of one value of this stretch; empty likewise
 */
public record CourseWorking(
        List<VisitPoint> points,
        Optional<Baseline> baseline,
        Optional<MeasurementError> declared,
        Optional<MeasurementError> error) {

    private static final int MANY_VISITS = 5;

    /** Copies the list. */
    public CourseWorking {
        points = List.copyOf(points);
    }

    /** The number of this id, worked; empty where there is none. */
    public Optional<Worked> of(String id) {
        if (id.startsWith("trend")) {
            return error.flatMap(known -> trend(id, known));
        }
        if (id.equals("semInUse_pct")) {
            return declared.flatMap(position -> error.map(known -> Worked.of(
                    Formulas.named(id),
                    known.semPercent(),
                    Input.of("c_position", position.semPercent(), new Origin.OfError(position)),
                    Input.fixed("f", known.semPercent() / position.semPercent()))));
        }
        return baseline.flatMap(base -> against(id, base));
    }

    private Optional<Worked> against(String id, Baseline base) {
        return switch (id) {
            case "seriesBaseline_N" -> Optional.of(baseline(base));
            case "change_N", "change_pct" -> change(id, base);
            case "chanceAboveZero" -> error.flatMap(known -> chance(base, known));
            default -> error.flatMap(known -> limit(id, base, known));
        };
    }

    private Worked baseline(Baseline base) {
        List<VisitPoint> visits = judged().subList(0, base.visits());
        return Worked.of(Formulas.named("seriesBaseline_N"), base.value().newtons(), visits("F_visits", visits));
    }

    private List<VisitPoint> judged() {
        return points.stream()
                .filter(point -> point.counts() && point.value().newtons() > 0)
                .toList();
    }

    private Optional<Worked> change(String id, Baseline base) {
        VisitPoint newest = newest();
        if (!newest.counts() || !newest.date().isAfter(base.last())) {
            return Optional.empty();
        }
        double difference = newest.value().minus(base.value()).newtons();
        double percent = 100 * (newest.value().newtons() / base.value().newtons() - 1);
        return Optional.of(Worked.of(
                Formulas.named(id), id.equals("change_N") ? difference : percent, newest("F"), baselineAs("B", base)));
    }

    private Optional<Worked> chance(Baseline base, MeasurementError known) {
        List<Change> history = ChangeHistory.of(base, points, known);
        return figures(history.get(history.size() - 1))
                .map(figures -> Worked.of(
                        Formulas.named("chanceAboveZero"),
                        figures.chanceAboveZero(),
                        newest("F"),
                        baselineAs("B", base),
                        Input.of("c", known.semPercent(), new Origin.OfError(known)),
                        Input.fixed("a", base.visits()),
                        Input.fixed("b", 1)));
    }

    private static Optional<Change.Figures> figures(Change change) {
        if (change instanceof Change.WithinError within) {
            return Optional.of(within.figures());
        }
        if (change instanceof Change.Possible possible) {
            return Optional.of(possible.figures());
        }
        return change instanceof Change.Confirmed confirmed ? Optional.of(confirmed.figures()) : Optional.empty();
    }

    private Optional<Worked> limit(String id, Baseline base, MeasurementError known) {
        DetectableChange limits = DetectableChange.around(base.value(), base.visits(), known);
        double at = base.value().newtons();
        return switch (id) {
            case "detectableChange_N" -> Optional.of(limit(id, limits.high().newtons() - at, base, known));
            case "detectableFall_N" -> Optional.of(limit(id, at - limits.low().newtons(), base, known));
            case "bandLow_N" -> Optional.of(limit(id, limits.low().newtons(), base, known));
            case "bandHigh_N" -> Optional.of(limit(id, limits.high().newtons(), base, known));
            case "smallestRise_pct" -> Optional.of(limit(id, limits.smallestRisePercent(), base, known));
            default -> Optional.empty();
        };
    }

    private Worked limit(String id, double shown, Baseline base, MeasurementError known) {
        List<Input> inputs = new ArrayList<>();
        Formula formula = Formulas.named(id);
        formula.symbol("B").ifPresent(symbol -> inputs.add(baselineAs("B", base)));
        inputs.add(Input.of("c", known.semPercent(), new Origin.OfError(known)));
        inputs.add(Input.fixed("a", base.visits()));
        inputs.add(Input.fixed("b", 1));
        return Worked.of(formula, shown, inputs.toArray(new Input[0]));
    }

    private Optional<Worked> trend(String id, MeasurementError known) {
        List<VisitPoint> judged = judged();
        if (judged.isEmpty()) {
            return Optional.empty();
        }
        LocalDate first = judged.get(0).date();
        List<TrendPoint> line = judged.stream()
                .map(point -> new TrendPoint(
                        ChronoUnit.DAYS.between(first, point.date()),
                        point.value().newtons()))
                .toList();
        return Trend.of(line, known).flatMap(trend -> shown(id, trend).map(shown -> {
            List<Origin> dates = judged.stream().map(this::visit).toList();
            Input days = new Input("t", line.stream().map(TrendPoint::days).toList(), dates);
            Input error = Input.of("c", known.semPercent(), new Origin.OfError(known));
            Formula formula = Formulas.named(id);
            List<Step> steps = steps(formula, judged.size());
            return formula.symbol("c").isPresent()
                    ? Worked.of(formula, steps, shown, days, visits("F", judged), error)
                    : Worked.of(formula, steps, shown, days, visits("F", judged));
        }));
    }

    private static Optional<Double> shown(String id, Trend trend) {
        return switch (id) {
            case "trend_pctPerWeek" -> Optional.of(trend.percentPerWeek());
            case "trendLow_pctPerWeek" -> Optional.of(trend.lowPercentPerWeek());
            case "trendHigh_pctPerWeek" -> Optional.of(trend.highPercentPerWeek());
            default -> Optional.empty();
        };
    }

    private static List<Step> steps(Formula formula, int visits) {
        if (visits >= MANY_VISITS) {
            return formula.steps();
        }
        List<Step> steps = new ArrayList<>(
                CourseDefinitions.FEW_VISITS.subList(0, formula.steps().size() - 1));
        steps.add(formula.steps().get(formula.steps().size() - 1));
        return steps;
    }

    private Input visits(String symbol, List<VisitPoint> visits) {
        return new Input(
                symbol,
                visits.stream().map(point -> point.value().newtons()).toList(),
                visits.stream().map(this::visit).toList());
    }

    private Origin visit(VisitPoint point) {
        return new Origin.OfVisit(side(), point.date());
    }

    private Input newest(String symbol) {
        return Input.of(symbol, newest().value().newtons(), visit(newest()));
    }

    private Input baselineAs(String symbol, Baseline base) {
        return Input.of(symbol, base.value().newtons(), new Origin.OfCourse(side(), "seriesBaseline_N"));
    }

    private VisitPoint newest() {
        return points.get(points.size() - 1);
    }

    private Side side() {
        return points.get(0).key().side();
    }
}
