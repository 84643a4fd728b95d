package org.plinth.web.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.plinth.web.audit.CheckpointCheck.Against;
import org.plinth.web.integrity.Verification;
import org.plinth.web.integrity.VerificationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/**
 * {@code verify}: follows the audit chain and checks every journal against its stored SHA-256 and every record against its
 * checksum. Needs no key and changes nothing. Exit code 1 for anything that does not hold.
 */
@Command(name = "verify", mixinStandardHelpOptions = true)
final class VerifyCommand extends DataCommand {

    private static final long TELL_EVERY_VISITS = 200;

    @Option(names = "--format", paramLabel = "text|json", descriptionKey = "integrity.command.format")
    private String format = "text";

    @Option(names = "--against", paramLabel = "CHECKPOINT", descriptionKey = "audit.command.against", arity = "1")
    private List<String> against = new ArrayList<>();

    VerifyCommand(Console console) {
        super(console);
    }

    @Override
    protected void check() {
        isJson(format);
        against = against.stream().flatMap(this::brought).distinct().toList();
        for (String one : against) {
            if (Against.parse(one).isEmpty()) {
                throw wrong("audit.command.wrong-checkpoint", one);
            }
        }
    }

    /** What is typed may be the name of a file of checkpoints: a server may not see it, so its lines are sent. */
    private Stream<String> brought(String typed) {
        try {
            Path file = Path.of(typed);
            return Files.isRegularFile(file)
                    ? Files.readAllLines(file, StandardCharsets.UTF_8).stream().filter(line -> !line.isBlank())
                    : Stream.of(typed);
        } catch (IOException | InvalidPathException e) {
            return Stream.of(typed);
        }
    }

    @Override
    protected List<String> words() {
        List<String> words = new ArrayList<>(List.of("verify", "--format=" + format));
        against.forEach(one -> words.add("--against=" + one));
        return words;
    }

    @Override
    public int work(DataGround ground, BooleanSupplier stopped) {
        VerificationReport report =
                VerificationReport.to(console().out(), console().texts(), isJson(format));
        List<Against> brought =
                against.stream().flatMap(one -> Against.parse(one).stream()).toList();
        Verification.Summary summary = new Verification(
                        ground.store(), ground.journals(), ground.checkpoints(), brought)
                .run(report, this::progress, stopped);
        report.summary(summary);
        console().flush();
        if (console().out().checkError()) {
            console().say("command.cannot-write");
            return ExitCode.SOFTWARE;
        }
        return summary.holds() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void progress(long visits) {
        if (visits % TELL_EVERY_VISITS == 0) {
            console().say("integrity.progress", visits);
        }
    }
}
