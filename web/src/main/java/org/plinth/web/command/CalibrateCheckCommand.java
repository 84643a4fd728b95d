package org.plinth.web.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plinth.calibration.check.MassCheck;
import org.plinth.calibration.check.WeeklyCheck;
import org.plinth.calibration.conformity.Decision;
import org.plinth.calibration.gravity.LocalGravity;
import org.plinth.calibration.reference.Load;
import org.plinth.calibration.reference.ReferenceUncertainty;
import org.plinth.core.quantity.Force;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.web.calibration.CheckReport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code calibrate check}: one known mass (accuracy), any unchanging object (stability), or both. Ends with 1 where a check
 * fails.
 */
@Command(name = "check", mixinStandardHelpOptions = true)
final class CalibrateCheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--mass", paramLabel = "KG", descriptionKey = "command.calibrate.mass")
    private Optional<Double> mass = Optional.empty();

    @Option(names = "--reading", paramLabel = "FORCE", arity = "1..*", descriptionKey = "command.calibrate.reading")
    private List<Double> readings = new ArrayList<>();

    @Option(names = "--object-reading", paramLabel = "THEN", descriptionKey = "command.calibrate.object-reading")
    private Optional<Double> objectReading = Optional.empty();

    @Option(names = "--unit", paramLabel = "N|kgf|lbf", descriptionKey = "command.calibrate.check-unit")
    private String unit = "N";

    @Option(names = "--step", paramLabel = "STEP", descriptionKey = "command.calibrate.step")
    private double step = 0.1;

    @Mixin
    private PlaceOptions place = new PlaceOptions();

    @Option(names = "--format", paramLabel = "text|json", descriptionKey = "command.analyse.format")
    private String format = "text";

    private final Console console;

    CalibrateCheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!format.equalsIgnoreCase("text") && !format.equalsIgnoreCase("json")) {
            throw wrongUse("command.not-one-of", new Object[] {"--format", format, "text, json"});
        }
        ForceUnit used = ForceUnit.parse(unit)
                .orElseThrow(() -> wrongUse("command.not-one-of", new Object[] {"--unit", unit, "N, kgf, lbf"}));
        LocalGravity gravity = place.gravity(this::wrongUse);
        ReferenceUncertainty reference = place.reference(this::wrongUse);
        Force indicated = Force.of(mean(), used);
        Force least = Force.of(positive("--step", step), used);
        if (mass.isEmpty() && objectReading.isEmpty()) {
            throw wrongUse("command.calibrate.nothing-to-check", new Object[0]);
        }
        if (mass.isPresent() && !gravity.isPlausible()) {
            console.say("calibration.problem.GRAVITY_OUT_OF_RANGE", gravity.metresPerSecondSquared());
            return CommandLine.ExitCode.SOFTWARE;
        }
        Optional<MassCheck> accuracy = mass.map(kilograms ->
                MassCheck.of(new Load.Mass(positive("--mass", kilograms)), indicated, gravity, reference, least));
        Optional<WeeklyCheck> stability = objectReading.map(then -> new WeeklyCheck(
                java.time.Instant.EPOCH, Force.of(positive("--object-reading", then), used), indicated, least));
        return tell(new CheckReport(accuracy, stability), gravity, reference);
    }

    private int tell(CheckReport report, LocalGravity gravity, ReferenceUncertainty reference) {
        if (report.accuracy().isPresent() && gravity.source() == LocalGravity.Source.ASSUMED_STANDARD) {
            console.say("calibration.note.standard-gravity");
        }
        if (report.accuracy().isPresent() && reference instanceof ReferenceUncertainty.NotStated) {
            console.say("calibration.note.reference-not-stated");
        }
        if (format.equalsIgnoreCase("json")) {
            console.out().println(report.json());
        } else {
            report.lines(console.texts()).forEach(console.out()::println);
        }
        return report.worst() == Decision.FAIL ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
    }

    private double mean() {
        if (readings.isEmpty()) {
            throw wrongUse("command.calibrate.no-reading", new Object[0]);
        }
        double mean =
                readings.stream().mapToDouble(reading -> reading).average().orElseThrow();
        if (!(Math.abs(mean) < 1e6)) {
            throw wrongUse("command.calibrate.not-above-0", new Object[] {"--reading", mean});
        }
        return mean;
    }

    private double positive(String option, double given) {
        if (!(given > 0 && given < 1e6)) {
            throw wrongUse("command.calibrate.not-above-0", new Object[] {option, given});
        }
        return given;
    }

    private ParameterException wrongUse(String key, Object[] arguments) {
        return new ParameterException(spec.commandLine(), console.texts().text(key, arguments));
    }
}
