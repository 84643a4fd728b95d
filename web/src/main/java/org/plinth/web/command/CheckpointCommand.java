package org.plinth.web.command;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.plinth.web.audit.Checkpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/**
 * {@code checkpoint}: writes a checkpoint of the audit log where anything was added since the last, and prints the last
 * one, its short form and the public key, to be kept somewhere else.
 */
@Command(name = "checkpoint", mixinStandardHelpOptions = true)
final class CheckpointCommand extends DataCommand {

    CheckpointCommand(Console console) {
        super(console);
    }

    @Override
    protected void check() {
        // It takes no arguments of its own.
    }

    @Override
    protected List<String> words() {
        return List.of("checkpoint");
    }

    @Override
    public int work(DataGround ground, BooleanSupplier stopped) {
        ground.checkpoints().write();
        Optional<Checkpoint> last = ground.checkpoints().latest();
        if (last.isEmpty()) {
            console().say("audit.checkpoint.none");
            return ExitCode.SOFTWARE;
        }
        console().out().println(last.get().line());
        console()
                .out()
                .println(console()
                        .texts()
                        .text("audit.checkpoint.short", last.get().shortForm()));
        console()
                .out()
                .println(console()
                        .texts()
                        .text("audit.checkpoint.key", ground.checkpoints().key().id()));
        console().out().print(ground.checkpoints().key().publicPem());
        console().flush();
        return ExitCode.OK;
    }
}
