package org.plinth.web.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.core.symmetry.LimbSymmetry;
import org.plinth.core.visit.Side;
import org.plinth.web.EngineVersion;
import org.plinth.web.analyse.Analyser;
import org.plinth.web.analyse.Analysis;
import org.plinth.web.analyse.AnalysisJson;
import org.plinth.web.analyse.AnalysisText;
import org.plinth.web.analyse.RecordingAnalysis;
import org.plinth.web.analyse.SymmetryQuestion;
import org.plinth.web.recordingfile.ReadOptions;
import org.plinth.web.recordingfile.Recording;
import org.plinth.web.recordingfile.RecordingFile;
import org.plinth.web.recordingfile.RecordingFileException;
import org.plinth.web.recordingfile.UnitOrigin;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code analyse}: recordings in, metrics and limb symmetry out. All files are read before anything is printed; one that
 * cannot be read leaves no result at all, and every such file is named.
 */
@Command(name = "analyse", mixinStandardHelpOptions = true)
final class AnalyseCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--format", paramLabel = "text|json", descriptionKey = "command.analyse.format")
    private String format = "text";

    @Option(names = "--unit", paramLabel = "N|kgf|lbf", descriptionKey = "command.analyse.unit")
    private Optional<String> unit = Optional.empty();

    @Option(names = "--rate", paramLabel = "HZ", descriptionKey = "command.analyse.rate")
    private Optional<Double> rate = Optional.empty();

    @Option(names = "--column", paramLabel = "NAME", descriptionKey = "command.analyse.column")
    private Optional<String> column = Optional.empty();

    @Option(names = "--position", paramLabel = "ID", descriptionKey = "command.analyse.position")
    private Optional<String> position = Optional.empty();

    @Option(names = "--fixation", paramLabel = "rig|belt|hand-held", descriptionKey = "command.analyse.fixation")
    private Optional<String> fixation = Optional.empty();

    @Option(names = "--sem", paramLabel = "PCT", descriptionKey = "command.analyse.sem")
    private Optional<Double> sem = Optional.empty();

    @Option(names = "--left", paramLabel = "FILE", arity = "1..*", descriptionKey = "command.analyse.left")
    private List<Path> left = new ArrayList<>();

    @Option(names = "--right", paramLabel = "FILE", arity = "1..*", descriptionKey = "command.analyse.right")
    private List<Path> right = new ArrayList<>();

    @Option(names = "--injured", paramLabel = "left|right", descriptionKey = "command.analyse.injured")
    private Optional<String> injured = Optional.empty();

    @Parameters(paramLabel = "FILE", descriptionKey = "command.analyse.files")
    private List<Path> files = new ArrayList<>();

    private final Console console;

    AnalyseCommand(Console console) {
        this.console = console;
    }

    private record Input(Optional<Side> side, Path file) {}

    @Override
    public Integer call() {
        boolean json = oneOf("--format", format, "text", "json").equals("json");
        ReadOptions options = new ReadOptions(unit(), rate(), column);
        SymmetryQuestion question = question();
        List<Input> inputs = inputs();
        Analyser analyser = new Analyser(EngineVersion.current());
        List<RecordingAnalysis> analysed = read(inputs, options, analyser);
        if (analysed.size() < inputs.size()) {
            return CommandLine.ExitCode.SOFTWARE;
        }
        Analysis analysis = analyser.combine(analysed, question);
        if (json) {
            console.out().println(AnalysisJson.of(analysis));
        } else {
            new AnalysisText(console.texts()).lines(analysis).forEach(console.out()::println);
        }
        return written();
    }

    private int written() {
        if (console.out().checkError()) {
            console.say("command.cannot-write");
            return CommandLine.ExitCode.SOFTWARE;
        }
        return CommandLine.ExitCode.OK;
    }

    private List<RecordingAnalysis> read(List<Input> inputs, ReadOptions options, Analyser analyser) {
        List<RecordingAnalysis> analysed = new ArrayList<>();
        for (Input input : inputs) {
            try {
                Recording recording = RecordingFile.read(input.file(), options);
                if (recording.unitOrigin() == UnitOrigin.HEADER_KILOGRAM) {
                    console.say("analyse.note.kg", recording.file(), recording.column());
                }
                analysed.add(analyser.analyse(recording, input.side()));
            } catch (RecordingFileException e) {
                console.err().println(e.problem().describe(console.texts()));
            }
        }
        return analysed;
    }

    private List<Input> inputs() {
        List<Input> inputs = new ArrayList<>();
        left.forEach(file -> inputs.add(new Input(Optional.of(Side.LEFT), file)));
        right.forEach(file -> inputs.add(new Input(Optional.of(Side.RIGHT), file)));
        files.forEach(file -> inputs.add(new Input(Optional.empty(), file)));
        if (inputs.isEmpty()) {
            throw wrongUse("command.analyse.no-files");
        }
        for (Path file : left) {
            if (right.contains(file)) {
                console.say("analyse.note.same-file", file);
            }
        }
        return inputs;
    }

    private SymmetryQuestion question() {
        Optional<Side> side = injured.map(
                given -> Side.valueOf(oneOf("--injured", given, "left", "right").toUpperCase(Locale.ROOT)));
        PositionChoice choice = new PositionChoice(PositionCatalogue.bundled(), console.texts());
        try {
            return choice.question(side, position, fixation, sem, LimbSymmetry.DEFAULT_THRESHOLD_PERCENT);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private Optional<ForceUnit> unit() {
        if (unit.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                ForceUnit.parse(unit.get()).orElseThrow(() -> wrongUse("command.analyse.bad-unit", unit.get())));
    }

    private OptionalDouble rate() {
        if (rate.isEmpty()) {
            return OptionalDouble.empty();
        }
        double hertz = rate.get();
        if (!(hertz > 0 && hertz <= ReadOptions.MAX_RATE_HZ)) {
            throw wrongUse("command.analyse.bad-rate", hertz);
        }
        return OptionalDouble.of(hertz);
    }

    private String oneOf(String option, String given, String... allowed) {
        for (String value : allowed) {
            if (value.equalsIgnoreCase(given)) {
                return value;
            }
        }
        throw wrongUse("command.not-one-of", option, given, String.join(", ", allowed));
    }

    private CommandLine.ParameterException wrongUse(String key, Object... arguments) {
        return new CommandLine.ParameterException(
                spec.commandLine(), console.texts().text(key, arguments));
    }
}
