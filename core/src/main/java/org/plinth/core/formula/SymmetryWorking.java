package org.plinth.core.formula;

import java.util.List;
import java.util.Optional;
import org.plinth.core.quantity.Force;
import org.plinth.core.symmetry.SymmetryInterval;
import org.plinth.core.symmetry.SymmetryOutcome.Symmetry;
import org.plinth.core.symmetry.WithinVisit;
import org.plinth.core.visit.Side;

/**
 * Works the numbers of a symmetry.
 *
 * @param symmetry as the engine gave it
 * @param injured the injured side
 * @param uninjured the other
 * @param injuredBaseline force before the best effort of the injured side
 * @param uninjuredBaseline force before the best effort of the other
 */
public record SymmetryWorking(
        Symmetry symmetry, TestWorking injured, TestWorking uninjured, Force injuredBaseline, Force uninjuredBaseline) {

    /** The number of this id, worked; empty where there is none. */
    public Optional<Worked> of(String id) {
        return switch (id) {
            case "lsi_pct" -> Optional.of(ratio(id, symmetry.percent(), "F", "value_N"));
            case "lsiMean_pct" -> Optional.of(ratio(id, symmetry.percentOfMeans(), "M", "mean_N"));
            case "lsiNet_pct" -> net(id);
            case "withinVisitLow_pct", "withinVisitHigh_pct" -> withinVisit(id);
            default -> symmetry.interval().flatMap(interval -> sure(id, interval));
        };
    }

    private Worked ratio(String id, double shown, String symbol, String of) {
        return Worked.of(
                Formulas.named(id),
                shown,
                side(symbol, "_injured", injured, of),
                side(symbol, "_uninjured", uninjured, of));
    }

    private static Input side(String symbol, String index, TestWorking side, String of) {
        Force force = of.equals("mean_N") ? side.value().mean() : side.value().best();
        return Input.of(symbol + index, force.newtons(), ofTest(side.side(), of));
    }

    private static Origin ofTest(Side side, String id) {
        return new Origin.OfTest(Optional.of(side), id);
    }

    private Optional<Worked> net(String id) {
        if (symmetry.percentNet().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Worked.of(
                Formulas.named(id),
                symmetry.percentNet().getAsDouble(),
                side("F", "_injured", injured, "value_N"),
                before("B_injured", injured, injuredBaseline),
                side("F", "_uninjured", uninjured, "value_N"),
                before("B_uninjured", uninjured, uninjuredBaseline)));
    }

    private static Input before(String symbol, TestWorking side, Force baseline) {
        return Input.of(symbol, baseline.newtons(), new Origin.OfEffort(side.side(), side.bestNumber(), "baseline_N"));
    }

    private Optional<Worked> withinVisit(String id) {
        WithinVisit within = WithinVisit.of(injured.forces(), uninjured.forces());
        if (!(within instanceof WithinVisit.Interval interval)) {
            return Optional.empty();
        }
        double shown = id.equals("withinVisitLow_pct") ? interval.low() : interval.high();
        return Optional.of(
                Worked.of(Formulas.named(id), shown, injured.efforts("F_injured"), uninjured.efforts("F_uninjured")));
    }

    private Optional<Worked> sure(String id, SymmetryInterval interval) {
        return switch (id) {
            case "lsiLow_pct" -> Optional.of(sure(id, interval.low95(), List.of()));
            case "lsiHigh_pct" -> Optional.of(sure(id, interval.high95(), List.of()));
            case "decisionLow_pct" -> Optional.of(sure(id, interval.low80(), List.of()));
            case "decisionHigh_pct" -> Optional.of(sure(id, interval.high80(), List.of()));
            case "chanceAtLeastThreshold" ->
                Optional.of(sure(
                        id,
                        interval.chanceAtLeastThreshold(),
                        List.of(Input.of("L", symmetry.thresholdPercent(), new Origin.Setting()))));
            default -> Optional.empty();
        };
    }

    private Worked sure(String id, double shown, List<Input> more) {
        double sem = symmetry.error().orElseThrow().semPercent();
        Origin error = new Origin.OfError(symmetry.error().orElseThrow());
        Input ratio = Input.of("LSI", symmetry.percent(), new Origin.OfTest(Optional.empty(), "lsi_pct"));
        Input first = Input.of("c_injured", sem, error);
        Input second = Input.of("c_uninjured", sem, error);
        Formula formula = Formulas.named(id);
        return more.isEmpty()
                ? Worked.of(formula, shown, ratio, first, second)
                : Worked.of(formula, shown, ratio, first, second, more.get(0));
    }
}
