package org.plinth.web.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.plinth.web.MachineClock;
import org.plinth.web.SensorsHere;

/** Every command of Plinth, one line each; those that work on a data folder are in {@link DataCommands}. */
final class Commands {

    private Commands() {}

    static List<Callable<Integer>> all(Console console) {
        List<Callable<Integer>> commands = new ArrayList<>(List.of(
                new AnalyseCommand(console),
                new CalibrateCommand(console),
                new DemoCommand(console),
                new SensorsCommand(console, SensorsHere::access),
                new ServeCommand(console),
                new TrainingCommand(console),
                new RestoreCommand(console),
                new CertCommand(console, MachineClock.utc())));
        commands.addAll(DataCommands.all(console));
        return List.copyOf(commands);
    }
}
