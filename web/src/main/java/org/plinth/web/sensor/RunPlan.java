package org.plinth.web.sensor;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plinth.calibration.run.Direction;
import org.plinth.web.clinic.BenchRun;
import org.plinth.web.clinic.OwnedMass;

/**
 * What is to be hung next: without load, then one mass more each time, lightest first, up to all of them, and back down; three times. Where the sensor is
 * turned in the jig, four times: twice as it is, which gives repeatability, then turned by 120° and by 240°, which gives reproducibility (ISO 376:2011, 7.5).
 * After that, where somebody wants to know creep, all masses are held for five minutes.
 *
 * @param masses lightest first
 * @param turned whether the sensor is turned between runs
 * @param done points that stand
 */
public record RunPlan(List<OwnedMass> masses, boolean turned, int done) {

    /** Ups and downs where the sensor stays as it is. */
    public static final int CYCLES = 3;

    /** Time under load of the two readings of creep [s]. */
    public static final double HOLD_FROM_SECONDS = 30;

    /** Time under load of the two readings of creep [s]. */
    public static final double HOLD_TO_SECONDS = 300;

    /** How the sensor is turned in each run [°]. */
    private static final List<Double> TURNS = List.of(0.0, 0.0, 120.0, 240.0);

    /** Copies the list. */
    public RunPlan {
        masses = List.copyOf(masses);
    }

    /** Of a run. It is turned if its first point says how. */
    public static RunPlan of(BenchRun run) {
        boolean turned = run.points().stream()
                .findFirst()
                .filter(first -> first.point().rotationDegrees().isPresent())
                .isPresent();
        return new RunPlan(run.masses(), turned, run.points().size());
    }

    /**
     * One step.
     *
     * @param cycle from 1
     * @param direction which way the load goes
     * @param hanging masses that hang then
     * @param kilograms conventional mass of all of them [kg]
     * @param rotation how the sensor is turned [°]; empty where it stays as it is
     * @param holdSeconds time under load; empty where it does not matter
     */
    public record Step(
            int cycle,
            Direction direction,
            List<OwnedMass> hanging,
            double kilograms,
            OptionalDouble rotation,
            OptionalDouble holdSeconds) {}

    /** The same with the sensor turned between runs, or not; what the first point says stands. */
    public RunPlan turned(boolean wanted) {
        return done == 0 ? new RunPlan(masses, wanted, done) : this;
    }

    /** Ups and downs. */
    public int cycles() {
        return turned ? TURNS.size() : CYCLES;
    }

    /** Points in one up and down. */
    public int perCycle() {
        return 2 * masses.size() + 1;
    }

    /** Points in all, without those of creep. */
    public int total() {
        return cycles() * perCycle();
    }

    /** The next one; empty when all are taken. */
    public Optional<Step> next() {
        if (masses.isEmpty() || done >= total()) {
            return Optional.empty();
        }
        int within = done % perCycle();
        boolean up = within <= masses.size();
        int count = up ? within : 2 * masses.size() - within;
        return Optional.of(step(
                done / perCycle() + 1,
                up ? Direction.ASCENDING : Direction.DESCENDING,
                masses.subList(0, count),
                OptionalDouble.empty()));
    }

    /** The next reading of creep, once all others are taken; empty when both are. */
    public Optional<Step> hold() {
        int held = done - total();
        if (masses.isEmpty() || held < 0 || held > 1) {
            return Optional.empty();
        }
        double seconds = held == 0 ? HOLD_FROM_SECONDS : HOLD_TO_SECONDS;
        return Optional.of(step(cycles(), Direction.CREEP, masses, OptionalDouble.of(seconds)));
    }

    private Step step(int cycle, Direction direction, List<OwnedMass> hanging, OptionalDouble holdSeconds) {
        return new Step(
                cycle,
                direction,
                hanging,
                hanging.stream()
                        .mapToDouble(owned -> owned.mass().conventionalKilograms())
                        .sum(),
                turned ? OptionalDouble.of(TURNS.get(cycle - 1)) : OptionalDouble.empty(),
                holdSeconds);
    }
}
