package org.plinth.web.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.plinth.calibration.characteristic.ResolutionStep;
import org.plinth.calibration.conformity.Decision;
import org.plinth.calibration.evaluation.Evaluation;
import org.plinth.calibration.evaluation.EvaluationOutcome;
import org.plinth.calibration.fit.CurveModel;
import org.plinth.calibration.fit.ModelAdvice;
import org.plinth.calibration.gravity.LocalGravity;
import org.plinth.calibration.problem.CalibrationProblem;
import org.plinth.calibration.reference.ReferenceUncertainty;
import org.plinth.calibration.run.LoadingMode;
import org.plinth.calibration.run.ReadingUnit;
import org.plinth.calibration.uncertainty.BudgetInputs;
import org.plinth.web.EngineVersion;
import org.plinth.web.calibration.Certificate;
import org.plinth.web.calibration.CertificateDetails;
import org.plinth.web.calibration.CertificateFiles;
import org.plinth.web.calibration.FitJson;
import org.plinth.web.calibration.FitRequest;
import org.plinth.web.calibration.FitText;
import org.plinth.web.calibration.Points;
import org.plinth.web.calibration.PointsFile;
import org.plinth.web.calibration.ProblemWords;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code calibrate fit}: points in, a curve with its uncertainty and a verdict out. Ends with 1 where the points cannot be
 * used, something is missing from them, or the verdict is FAIL.
 */
@Command(name = "fit", mixinStandardHelpOptions = true)
final class CalibrateFitCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "POINTS.csv", descriptionKey = "command.calibrate.points")
    private Path file = Path.of("");

    @Mixin
    private PlaceOptions place = new PlaceOptions();

    @Option(names = "--model", paramLabel = "linear|quadratic|piecewise", descriptionKey = "command.calibrate.model")
    private String model = "linear";

    @Option(names = "--format", paramLabel = "text|json", descriptionKey = "command.analyse.format")
    private String format = "text";

    @Option(names = "--reading-unit", paramLabel = "count|N|kgf|lbf", descriptionKey = "command.calibrate.unit")
    private Optional<String> unit = Optional.empty();

    @Option(names = "--mode", paramLabel = "pull|push", descriptionKey = "command.calibrate.mode")
    private String mode = "pull";

    @Option(names = "--resolution", paramLabel = "STEP", descriptionKey = "command.calibrate.resolution")
    private Optional<Double> resolution = Optional.empty();

    @Option(names = "--zero", paramLabel = "N", descriptionKey = "command.calibrate.zero")
    private Optional<Double> zero = Optional.empty();

    @Option(names = "--alignment", paramLabel = "DEG", descriptionKey = "command.calibrate.alignment")
    private double alignment = BudgetInputs.USUAL_ALIGNMENT_DEGREES;

    @Option(names = "--temperature", paramLabel = "PCT", descriptionKey = "command.calibrate.temperature")
    private Optional<Double> temperature = Optional.empty();

    @Option(names = "--certificate", paramLabel = "OUT.pdf", descriptionKey = "command.calibrate.certificate")
    private Optional<Path> certificate = Optional.empty();

    @Option(names = "--details", paramLabel = "DETAILS.json", descriptionKey = "command.calibrate.details")
    private Optional<Path> details = Optional.empty();

    private final Console console;

    CalibrateFitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        boolean json = oneOf("--format", format, List.of("text", "json")).equals("json");
        CurveModel curve =
                CurveModel.valueOf(upper(oneOf("--model", model, List.of("linear", "quadratic", "piecewise"))));
        LocalGravity gravity = place.gravity(this::wrongUse);
        ReferenceUncertainty reference = place.reference(this::wrongUse);
        Optional<CertificateDetails> given = details();
        Points points = PointsFile.read(file);
        if (!points.problems().isEmpty()) {
            return unusable(points, json);
        }
        FitRequest request = new FitRequest(
                points, curve, gravity, reference, readingUnit(points), loadingMode(), inputs(points), given);
        EvaluationOutcome outcome = request.evaluate();
        if (outcome instanceof EvaluationOutcome.Refused refused) {
            return refused(refused.problems(), json);
        }
        Evaluation evaluation = ((EvaluationOutcome.Evaluated) outcome).evaluation();
        return tell(request, evaluation, json);
    }

    private int tell(FitRequest request, Evaluation evaluation, boolean json) {
        sayProblems(evaluation.problems());
        notes(evaluation);
        if (certificate.isPresent()
                && !CertificateFiles.write(
                        certificate.get(),
                        Certificate.of(request, evaluation, EngineVersion.current()),
                        console.texts())) {
            console.say("command.calibrate.certificate-unwritten", certificate.get());
            return CommandLine.ExitCode.SOFTWARE;
        }
        if (json) {
            console.out().println(FitJson.of(file.toString(), evaluation, EngineVersion.current(), console.texts()));
        } else {
            new FitText(console.texts()).lines(evaluation).forEach(console.out()::println);
        }
        if (console.out().checkError()) {
            console.say("command.cannot-write");
            return CommandLine.ExitCode.SOFTWARE;
        }
        boolean wrong = !evaluation.problems().isEmpty() || evaluation.decision() == Decision.FAIL;
        return wrong ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
    }

    private void notes(Evaluation evaluation) {
        if (evaluation.run().usesGravity()
                && evaluation.run().gravity().source() == LocalGravity.Source.ASSUMED_STANDARD) {
            console.say("calibration.note.standard-gravity");
        }
        if (evaluation.run().reference() instanceof ReferenceUncertainty.NotStated) {
            console.say("calibration.note.reference-not-stated");
        }
        if (evaluation.fit().model() == CurveModel.LINEAR && evaluation.advice() == ModelAdvice.QUADRATIC_FITS_BETTER) {
            console.say("calibration.note.quadratic-fits-better");
        }
    }

    private int unusable(Points points, boolean json) {
        points.problems().forEach(problem -> console.err()
                .println(console.texts().text("recordingfile.problem", file, problem.describe(console.texts()))));
        if (json) {
            console.out().println(FitJson.unusable(file.toString(), points, EngineVersion.current(), console.texts()));
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    private int refused(List<CalibrationProblem> problems, boolean json) {
        sayProblems(problems);
        if (json) {
            console.out().println(FitJson.refused(file.toString(), problems, EngineVersion.current(), console.texts()));
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    private void sayProblems(List<CalibrationProblem> problems) {
        problems.forEach(problem -> console.err()
                .println(console.texts()
                        .text("recordingfile.problem", file, ProblemWords.of(problem, console.texts()))));
    }

    private BudgetInputs inputs(Points points) {
        ResolutionStep step = resolution
                .map(given -> ResolutionStep.given(above0("--resolution", given)))
                .orElseGet(() -> readingUnit(points) == ReadingUnit.COUNT
                        ? ResolutionStep.oneCount()
                        : new ResolutionStep(points.leastStep(), ResolutionStep.Source.AS_WRITTEN));
        if (!(alignment >= 0 && alignment < 45)) {
            throw wrongUse("command.calibrate.bad-alignment", new Object[] {alignment});
        }
        return new BudgetInputs(
                step,
                zero.isPresent() ? OptionalDouble.of(above0("--zero", zero.get())) : OptionalDouble.empty(),
                alignment,
                temperature.isPresent()
                        ? OptionalDouble.of(above0("--temperature", temperature.get()) / 100)
                        : OptionalDouble.empty());
    }

    private double above0(String option, double given) {
        if (!(given > 0 && given < 1e6)) {
            throw wrongUse("command.calibrate.not-above-0", new Object[] {option, given});
        }
        return given;
    }

    private ReadingUnit readingUnit(Points points) {
        Optional<ReadingUnit> given = unit.map(text -> ReadingUnit.parse(text)
                .orElseThrow(() ->
                        wrongUse("command.not-one-of", new Object[] {"--reading-unit", text, "count, N, kgf, lbf"})));
        if (given.isPresent() && points.unit().isPresent() && !given.equals(points.unit())) {
            throw wrongUse(
                    "command.calibrate.two-units",
                    new Object[] {given.get().symbol(), points.unit().get().symbol()});
        }
        return given.or(points::unit).orElse(ReadingUnit.COUNT);
    }

    private LoadingMode loadingMode() {
        return LoadingMode.valueOf(upper(oneOf("--mode", mode, List.of("pull", "push"))));
    }

    private Optional<CertificateDetails> details() {
        return details.map(from -> CertificateDetails.read(from)
                .orElseThrow(() -> wrongUse("command.calibrate.bad-details", new Object[] {from})));
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private String oneOf(String option, String given, List<String> allowed) {
        return allowed.stream()
                .filter(value -> value.equalsIgnoreCase(given))
                .findFirst()
                .orElseThrow(
                        () -> wrongUse("command.not-one-of", new Object[] {option, given, String.join(", ", allowed)}));
    }

    private ParameterException wrongUse(String key, Object[] arguments) {
        return new ParameterException(spec.commandLine(), console.texts().text(key, arguments));
    }
}
