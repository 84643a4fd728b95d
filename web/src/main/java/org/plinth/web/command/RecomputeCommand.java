package org.plinth.web.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.integrity.Recompute;
import org.plinth.web.integrity.RecomputeReport;
import org.plinth.web.integrity.Summary;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/**
 * {@code recompute}: computes everything again from the journals and reports every difference. Changes nothing unless it is
 * told to with {@code --write} and a reason. Exit code 1 for a difference or a recording that cannot be read.
 */
@Command(name = "recompute", mixinStandardHelpOptions = true)
final class RecomputeCommand extends DataCommand {

    private static final long TELL_EVERY_VISITS = 50;
    private static final int LONGEST_REASON = 1000;

    @Option(names = "--format", paramLabel = "text|json", descriptionKey = "integrity.command.format")
    private String format = "text";

    @Option(names = "--patient", paramLabel = "ID", descriptionKey = "integrity.command.patient")
    private Optional<String> patient = Optional.empty();

    @Option(names = "--write", descriptionKey = "integrity.command.write")
    private boolean write;

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "integrity.command.reason")
    private Optional<String> reason = Optional.empty();

    RecomputeCommand(Console console) {
        super(console);
    }

    @Override
    protected void check() {
        isJson(format);
        if (patient.isPresent() && id().isEmpty()) {
            throw wrong("integrity.command.wrong-patient");
        }
        if (write && reason.filter(text -> !text.isBlank()).isEmpty()) {
            throw wrong("integrity.command.write-needs-reason");
        }
        if (!write && reason.isPresent()) {
            throw wrong("integrity.command.reason-needs-write");
        }
        if (reason.filter(text -> text.length() > LONGEST_REASON).isPresent()) {
            throw wrong("integrity.command.reason-too-long", LONGEST_REASON);
        }
    }

    private Optional<Id<Patient>> id() {
        return patient.flatMap(Id::<Patient>parse);
    }

    @Override
    protected List<String> words() {
        List<String> words = new ArrayList<>(List.of("recompute", "--format=" + format));
        patient.ifPresent(id -> words.add("--patient=" + id));
        reason.ifPresent(text -> words.addAll(List.of("--write", "--reason=" + text)));
        return words;
    }

    @Override
    public int work(DataGround ground, BooleanSupplier stopped) {
        Recompute recompute = new Recompute(
                ground.store(), ground.journals(), ground.drivers(), ground.positions(), ground.clock(), ground.ids());
        RecomputeReport report = RecomputeReport.to(console().out(), console().texts(), isJson(format));
        Recompute.Request request = new Recompute.Request(id(), write ? reason.map(String::strip) : Optional.empty());
        Optional<Summary> summary = recompute.run(request, report, this::progress, stopped);
        if (summary.isEmpty()) {
            console().say("integrity.no-patient");
            return ExitCode.USAGE;
        }
        report.summary(summary.get());
        console().flush();
        if (console().out().checkError()) {
            console().say("command.cannot-write");
            return ExitCode.SOFTWARE;
        }
        return summary.get().isSame() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void progress(long visits) {
        if (visits % TELL_EVERY_VISITS == 0) {
            console().flush();
            console().say("integrity.progress", visits);
        }
    }
}
