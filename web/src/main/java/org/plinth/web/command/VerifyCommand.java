package org.plinth.web.command;

import java.util.List;
import java.util.function.BooleanSupplier;
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

    VerifyCommand(Console console) {
        super(console);
    }

    @Override
    protected void check() {
        isJson(format);
    }

    @Override
    protected List<String> words() {
        return List.of("verify", "--format=" + format);
    }

    @Override
    public int work(DataGround ground, BooleanSupplier stopped) {
        VerificationReport report =
                VerificationReport.to(console().out(), console().texts(), isJson(format));
        Verification.Summary summary =
                new Verification(ground.store(), ground.journals()).run(report, this::progress, stopped);
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
