package org.plinth.web.command;

import java.util.List;
import java.util.concurrent.Callable;

/** Every command of Plinth, one line each. */
final class Commands {

    private Commands() {}

    static List<Callable<Integer>> all(Console console) {
        return List.of(
                new AnalyseCommand(console),
                new CalibrateCommand(console),
                new DemoCommand(console),
                new ServeCommand(console),
                new TrainingCommand(console));
    }
}
