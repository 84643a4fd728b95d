package org.plinth.web.command;

import java.util.concurrent.Callable;
import org.plinth.web.Serving;
import picocli.CommandLine.Command;

/** {@code cds-training}: the run that the class archive of the product folder is made from. For its start script alone. */
@Command(name = "cds-training", hidden = true)
final class TrainingCommand implements Callable<Integer> {

    private final Console console;

    TrainingCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return Serving.train(console);
    }
}
