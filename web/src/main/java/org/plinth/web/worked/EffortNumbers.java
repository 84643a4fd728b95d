package org.plinth.web.worked;

import java.util.Optional;
import java.util.OptionalDouble;
import org.plinth.core.formula.Formulas;
import org.plinth.core.formula.Input;
import org.plinth.core.formula.MetricWorking;
import org.plinth.core.formula.Origin;
import org.plinth.core.formula.Worked;
import org.plinth.core.metric.MetricResult;
import org.plinth.core.signal.ForceTrace;
import org.plinth.web.capture.FoundEffort;
import org.plinth.web.capture.RecordedForce;
import org.plinth.web.clinic.Trial;

/** The numbers of one effort, worked from the samples that its recording's journal holds. */
public final class EffortNumbers {

    private static final String PRETENSION = "pretension_pct";
    private static final String QUANTITY = "peak100_N";

    private EffortNumbers() {}

    /** The number of this formula as stored; empty where it was withheld or is none of an effort. */
    public static OptionalDouble stored(Trial trial, String formula) {
        if (formula.equals(PRETENSION)) {
            return stored(trial, QUANTITY).stream()
                    .filter(force -> force > 0)
                    .map(force -> 100 * trial.effort().baseline().newtons() / force)
                    .findFirst();
        }
        MetricResult measured = trial.measurements().get(formula);
        return measured == null ? OptionalDouble.empty() : measured.value();
    }

    /**
     * The stored number, worked from the samples.
     *
     * @return empty where it was withheld, or the recording no longer holds such an effort
     */
    public static Optional<Worked> of(Trial trial, String formula, RecordedForce force) {
        OptionalDouble shown = stored(trial, formula);
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        if (formula.equals(PRETENSION)) {
            return Optional.of(pretension(trial, shown.getAsDouble()));
        }
        return FoundEffort.in(force).stream()
                .filter(found -> found.effort().number() == trial.effort().number())
                .findFirst()
                .flatMap(found -> {
                    ForceTrace trace = force.segments().get(found.segment());
                    return MetricWorking.of(formula, trace, found.effort(), Optional.of(shown.getAsDouble()));
                });
    }

    private static Worked pretension(Trial trial, double shown) {
        return Worked.of(
                Formulas.named(PRETENSION),
                shown,
                Input.of("F_0", trial.effort().baseline().newtons(), new Origin.OfThisEffort("baseline_N")),
                Input.of("F_100", stored(trial, QUANTITY).orElseThrow(), new Origin.OfThisEffort(QUANTITY)));
    }
}
