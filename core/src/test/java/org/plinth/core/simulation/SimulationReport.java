package org.plinth.core.simulation;

import java.util.List;
import java.util.Locale;
import org.plinth.core.simulation.Episodes.Coverage;
import org.plinth.core.simulation.Episodes.World;

/**
 * The simulations as a page. Large ones: {@code cd core; ../mvnw -q -Psimulate test-compile exec:exec
 * -Depisodes=1000000}.
 */
public final class SimulationReport {

    private static final long SEED = 20260105;
    private static final int[] RETESTS = {1, 2, 4, 8, 12};

    private SimulationReport() {}

    /** Prints the page; the argument is how many episodes a figure. */
    public static void main(String[] arguments) {
        int episodes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        System.out.print(page(episodes));
    }

    static List<World> worlds() {
        return List.of(
                World.asAssumed(),
                new World("error 40 % smaller than believed", 0.6, 0, 0, 1, 0),
                new World("error 40 % greater than believed", 1.4, 0, 0, 1, 0),
                new World("legs' errors go together, 0.3", 1, 0.3, 0, 1, 0),
                new World("legs' errors go together, 0.7", 1, 0.7, 0, 1, 0),
                new World("injured leg's error 1.5 times", 1, 0, 0, 1.5, 0),
                new World("learning 2 %", 1, 0, 0.02, 1, 0),
                new World("learning 5 %", 1, 0, 0.05, 1, 0),
                new World("good and bad days, 3 %", 1, 0, 0, 1, 0.03),
                new World("good and bad days, 6 %", 1, 0, 0, 1, 0.06));
    }

    static String page(int episodes) {
        StringBuilder page = new StringBuilder(String.format(
                Locale.ROOT,
                """
                # Simulations

                Written by `SimulationTest` through the code in `core`; do not edit. %d simulated episodes or visits a figure,
                believed measurement error 8 %% a side. What the assumptions leave out, good and bad days for example, is shown with
                its price: an error that was believed too small, from whatever cause, turns into false change.

                ## Confirmed change where nothing changed, per whole episode

                Re-tests every four weeks, %% of episodes.

                | world | baseline visits | 1 | 2 | 4 | 8 | 12 re-tests |
                |---|---|---|---|---|---|---|
                """,
                episodes));
        for (World world : worlds().stream().filter(World::touchesChange).toList()) {
            for (int baselines = 1; baselines <= 2; baselines++) {
                page.append("| ").append(world.name()).append(" | ").append(baselines);
                for (int retests : RETESTS) {
                    double part = new Episodes(world, SEED + retests).falseChange(episodes, baselines, retests);
                    page.append(String.format(Locale.ROOT, " | %.1f", 100 * part));
                }
                page.append(" |\n");
            }
        }
        return page.append(symmetry(episodes)).toString();
    }

    private static String symmetry(int visits) {
        StringBuilder page = new StringBuilder(
                """

                ## Limb symmetry: 95 % interval and state against 90 %

                | world | true symmetry | interval holds it, % | met, % | not met, % |
                |---|---|---|---|---|
                """);
        for (World world : worlds().stream().filter(World::touchesSymmetry).toList()) {
            for (double truth : new double[] {80, 90, 100}) {
                Coverage found = new Episodes(world, SEED).symmetry(visits, truth);
                page.append(String.format(
                        Locale.ROOT,
                        "| %s | %.0f | %.1f | %.1f | %.1f |%n",
                        world.name(),
                        truth,
                        100 * found.covered(),
                        100 * found.met(),
                        100 * found.notMet()));
            }
        }
        return page.toString();
    }
}
