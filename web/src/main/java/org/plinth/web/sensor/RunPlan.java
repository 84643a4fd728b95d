package org.plinth.web.sensor;

import java.util.List;
import java.util.Optional;
import org.plinth.calibration.run.Direction;
import org.plinth.web.clinic.BenchRun;
import org.plinth.web.clinic.OwnedMass;

/**
 * What is to be hung next: without load, then one mass more each time, lightest first, up to all of them, and back down; three times.
 *
 * @param masses lightest first
 * @param done points that stand
 */
public record RunPlan(List<OwnedMass> masses, int done) {

    /** Ups and downs. */
    public static final int CYCLES = 3;

    /** Copies the list. */
    public RunPlan {
        masses = List.copyOf(masses);
    }

    /** Of a run. */
    public static RunPlan of(BenchRun run) {
        return new RunPlan(run.masses(), run.points().size());
    }

    /**
     * One step.
     *
     * @param cycle from 1
     * @param direction which way the load goes
     * @param hanging masses that hang then
     * @param kilograms conventional mass of all of them [kg]
     */
    public record Step(int cycle, Direction direction, List<OwnedMass> hanging, double kilograms) {}

    /** Points in one up and down. */
    public int perCycle() {
        return 2 * masses.size() + 1;
    }

    /** Points in all. */
    public int total() {
        return CYCLES * perCycle();
    }

    /** The next one; empty when all are taken. */
    public Optional<Step> next() {
        if (masses.isEmpty() || done >= total()) {
            return Optional.empty();
        }
        int within = done % perCycle();
        boolean up = within <= masses.size();
        int count = up ? within : 2 * masses.size() - within;
        List<OwnedMass> hanging = masses.subList(0, count);
        return Optional.of(new Step(
                done / perCycle() + 1,
                up ? Direction.ASCENDING : Direction.DESCENDING,
                hanging,
                hanging.stream()
                        .mapToDouble(owned -> owned.mass().conventionalKilograms())
                        .sum()));
    }
}
