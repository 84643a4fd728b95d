package org.plinth.calibration.uncertainty;

import static org.plinth.calibration.uncertainty.Component.normal;
import static org.plinth.calibration.uncertainty.Component.rectangular;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.plinth.calibration.characteristic.Characteristics;
import org.plinth.calibration.characteristic.Level;
import org.plinth.calibration.fit.CurveFit;
import org.plinth.calibration.fit.Deflections.Deflection;
import org.plinth.calibration.fit.FitScatter;
import org.plinth.calibration.run.CalibrationRun;
import org.plinth.calibration.uncertainty.Component.Source;

/**
 * Draws up the budget of each load.
 *
 * <pre>
 *   reference    part of the load / its divisor              gravity    g's part of the load (loads that are masses)
 *   repeat       pooled SD of one reading, within loads      resolution r / √12
 *   hysteresis   |down − up| at the load / √3                fit        |residual of the mean| / √3
 *   curve        standard error of the curve there           zero       half-width / √3
 *   temperature  half-width part of the load / √3            alignment  F (1 − cos a) / √3
 * </pre>
 *
 * <p>A curve through the way up errs by 0 on that way and by all of the hysteresis on the other: evenly between, its mean
 * square about the curve is h² / 3. So for the cosine of an angle that lies anywhere up to a.
 */
public final class BudgetMaker {

    private final CalibrationRun run;
    private final CurveFit fit;
    private final List<Level> levels;
    private final Characteristics characteristics;
    private final BudgetInputs inputs;
    private final OptionalDouble pooledSd;
    private final int pooledFreedom;

    /** For one evaluated run. */
    public BudgetMaker(
            CalibrationRun run,
            CurveFit fit,
            List<Level> levels,
            Characteristics characteristics,
            BudgetInputs inputs) {
        this.run = run;
        this.fit = fit;
        this.levels = List.copyOf(levels);
        this.characteristics = characteristics;
        this.inputs = inputs;
        this.pooledFreedom = levels.stream()
                .filter(level -> !level.isZero())
                .mapToInt(level -> Math.max(0, level.ascending().size() - 1))
                .sum();
        this.pooledSd = pooledFreedom > 0
                ? OptionalDouble.of(Math.sqrt(withinSquares() / pooledFreedom))
                : OptionalDouble.empty();
    }

    /** One for each load that was read on the way up, no load among them. */
    public List<Budget> all() {
        return levels.stream()
                .filter(level -> level.meanAscending().isPresent())
                .map(this::at)
                .toList();
    }

    private Budget at(Level level) {
        double newtons = level.newtons();
        double deflection = level.meanAscending().orElseThrow();
        List<Component> components = new ArrayList<>();
        Set<Source> missing = EnumSet.noneOf(Source.class);
        addReference(components, missing, newtons);
        addRepeatability(components, missing, deflection);
        components.add(rectangular(Source.RESOLUTION, characteristics.resolution() / 2, "N", 1));
        addHysteresis(components, missing, level);
        components.add(rectangular(Source.FIT, Math.abs(newtons - fit.curve().newtons(deflection)), "N", 1));
        fit.scatter().ifPresent(scatter -> components.add(curve(scatter, deflection)));
        addZero(components, missing);
        if (inputs.temperatureHalfWidth().isPresent()) {
            components.add(rectangular(
                    Source.TEMPERATURE, inputs.temperatureHalfWidth().getAsDouble(), "1", newtons));
        }
        double cosineLoss = 1 - StrictMath.cos(Math.toRadians(inputs.alignmentDegrees()));
        components.add(rectangular(Source.ALIGNMENT, cosineLoss, "1", newtons));
        return new Budget(newtons, components, missing);
    }

    private void addReference(List<Component> components, Set<Source> missing, double newtons) {
        OptionalDouble reference = run.reference().relativeStandard();
        if (reference.isPresent()) {
            components.add(ReferenceComponent.of(run.reference(), newtons));
        } else {
            missing.add(Source.REFERENCE);
        }
        if (run.usesGravity()) {
            components.add(normal(
                    Source.GRAVITY, run.gravity().relativeStandardUncertainty(), "1", newtons, OptionalInt.empty()));
        }
    }

    private void addRepeatability(List<Component> components, Set<Source> missing, double deflection) {
        if (pooledSd.isPresent()) {
            components.add(normal(
                    Source.REPEATABILITY,
                    pooledSd.getAsDouble(),
                    run.readingUnit().symbol(),
                    fit.curve().slope(deflection),
                    OptionalInt.of(pooledFreedom)));
        } else {
            missing.add(Source.REPEATABILITY);
        }
    }

    private void addHysteresis(List<Component> components, Set<Source> missing, Level level) {
        if (level.isZero()) {
            return;
        }
        if (level.meanDescending().isPresent()) {
            double difference = fit.curve().newtons(level.meanDescending().getAsDouble())
                    - fit.curve().newtons(level.meanAscending().orElseThrow());
            components.add(rectangular(Source.HYSTERESIS, Math.abs(difference), "N", 1));
        } else if (characteristics.hysteresis().isPresent()) {
            components.add(
                    rectangular(Source.HYSTERESIS, characteristics.hysteresis().getAsDouble(), "N", 1));
        } else {
            missing.add(Source.HYSTERESIS);
        }
    }

    private void addZero(List<Component> components, Set<Source> missing) {
        OptionalDouble zero =
                inputs.zeroHalfWidth().isPresent() ? inputs.zeroHalfWidth() : characteristics.zeroReturn();
        if (zero.isPresent()) {
            components.add(rectangular(Source.ZERO, zero.getAsDouble(), "N", 1));
        } else {
            missing.add(Source.ZERO);
        }
    }

    private static Component curve(FitScatter scatter, double deflection) {
        return normal(
                Source.CURVE, scatter.standardError(deflection), "N", 1, OptionalInt.of(scatter.degreesOfFreedom()));
    }

    private double withinSquares() {
        double squares = 0;
        for (Level level : levels) {
            double mean = level.meanAscending().orElse(0);
            if (!level.isZero()) {
                for (Deflection point : level.ascending()) {
                    squares += (point.value() - mean) * (point.value() - mean);
                }
            }
        }
        return squares;
    }
}
