package org.plinth.web.command;

import java.util.Optional;
import java.util.function.BiFunction;
import org.plinth.calibration.gravity.LocalGravity;
import org.plinth.calibration.reference.ReferenceUncertainty;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where the masses hung, and how well they are known. */
final class PlaceOptions {

    private static final double PERCENT = 100;
    private static final double USUAL_K = 2;

    @Option(names = "--latitude", paramLabel = "DEG", descriptionKey = "command.calibrate.latitude")
    private Optional<Double> latitude = Optional.empty();

    @Option(names = "--height", paramLabel = "M", descriptionKey = "command.calibrate.height")
    private Optional<Double> height = Optional.empty();

    @Option(names = "--g", paramLabel = "M/S2", descriptionKey = "command.calibrate.g")
    private Optional<Double> gravity = Optional.empty();

    @Option(names = "--reference-uncertainty", paramLabel = "PCT", descriptionKey = "command.calibrate.reference")
    private Optional<Double> expanded = Optional.empty();

    @Option(names = "--reference-k", paramLabel = "K", descriptionKey = "command.calibrate.k")
    private Optional<Double> coverage = Optional.empty();

    @Option(names = "--reference-tolerance", paramLabel = "PCT", descriptionKey = "command.calibrate.tolerance")
    private Optional<Double> tolerance = Optional.empty();

    /** Gravity by what was given; the standard value, with its wide uncertainty, where nothing was. */
    LocalGravity gravity(BiFunction<String, Object[], ParameterException> wrong) {
        if (gravity.isPresent() && (latitude.isPresent() || height.isPresent())) {
            throw wrong.apply("command.calibrate.two-gravities", new Object[0]);
        }
        if (gravity.isPresent()) {
            double given = gravity.get();
            if (!(given > 0 && given < 1e3)) {
                throw wrong.apply("command.calibrate.bad-g", new Object[] {given});
            }
            return LocalGravity.given(given);
        }
        if (latitude.isEmpty() && height.isPresent()) {
            throw wrong.apply("command.calibrate.height-alone", new Object[0]);
        }
        return latitude.isPresent() ? place(latitude.get(), height.orElse(0.0), wrong) : LocalGravity.assumedStandard();
    }

    private static LocalGravity place(
            double latitude, double height, BiFunction<String, Object[], ParameterException> wrong) {
        if (!(Math.abs(latitude) <= 90)) {
            throw wrong.apply("command.calibrate.bad-latitude", new Object[] {latitude});
        }
        if (!(height >= -500 && height <= 9000)) {
            throw wrong.apply("command.calibrate.bad-height", new Object[] {height});
        }
        return LocalGravity.at(latitude, height);
    }

    /** What was said of the loads. */
    ReferenceUncertainty reference(BiFunction<String, Object[], ParameterException> wrong) {
        if (expanded.isPresent() && tolerance.isPresent()) {
            throw wrong.apply("command.calibrate.two-references", new Object[0]);
        }
        if (coverage.isPresent() && expanded.isEmpty()) {
            throw wrong.apply("command.calibrate.k-alone", new Object[0]);
        }
        double k = coverage.orElse(USUAL_K);
        if (!(k >= 1 && k <= 4)) {
            throw wrong.apply("command.calibrate.bad-k", new Object[] {k});
        }
        expanded.ifPresent(percent -> requirePercent("--reference-uncertainty", percent, wrong));
        tolerance.ifPresent(percent -> requirePercent("--reference-tolerance", percent, wrong));
        if (expanded.isPresent()) {
            return new ReferenceUncertainty.Expanded(expanded.get() / PERCENT, k);
        }
        return tolerance.isPresent()
                ? new ReferenceUncertainty.Limits(tolerance.get() / PERCENT)
                : new ReferenceUncertainty.NotStated();
    }

    private static void requirePercent(
            String option, double percent, BiFunction<String, Object[], ParameterException> wrong) {
        if (!(percent > 0 && percent < PERCENT)) {
            throw wrong.apply("command.calibrate.bad-percent", new Object[] {option, percent});
        }
    }
}
