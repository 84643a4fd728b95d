package org.plinth.core.programme;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.plinth.core.programme.DoseReading.Field;
import org.plinth.core.programme.DoseReading.Reason;
import org.plinth.core.programme.DoseReading.Refused;
import org.plinth.core.quantity.Mass;

/**
 * How much of an exercise: sets × repetitions or sets × hold, times a day, days a week, which leg, with what load. Ranges
 * are wide: they catch slips of the hand, not doses that a clinician might want [assumed].
 *
 * @param sets 1 to 20
 * @param work of one set
 * @param timesADay 1 to 12
 * @param daysAWeek 1 to 7
 * @param trained which leg
 * @param load added or lifted, 0.1 to 500 kg; empty for none but the body
 */
public record Dose(int sets, Work work, int timesADay, int daysAWeek, Trained trained, Optional<Mass> load) {

    private static final int MOST_SETS = 20;
    private static final int MOST_REPETITIONS = 200;
    private static final int MOST_HOLD_S = 600;
    private static final int MOST_TIMES_A_DAY = 12;
    private static final int DAYS = 7;
    private static final double LEAST_LOAD_KG = 0.1;
    private static final double MOST_LOAD_KG = 500;

    /** What is done in one set. */
    public sealed interface Work {}

    /**
     * Repetitions.
     *
     * @param count of one set, 1 to 200
     */
    public record Repetitions(int count) implements Work {}

    /**
     * One hold.
     *
     * @param seconds of one set, 1 to 600
     */
    public record Hold(int seconds) implements Work {}

    /** Rejects what {@link #read} would refuse. */
    public Dose {
        Optional<Refused> refused =
                fault(sets, work, timesADay, daysAWeek).or(() -> loadFault(load.map(Mass::kilograms)));
        if (refused.isPresent()) {
            throw new IllegalArgumentException("no dose: " + refused.get());
        }
    }

    /**
     * A dose, or the first thing that is wrong with it.
     *
     * @param loadKg kilograms; empty for none but the body
     */
    public static DoseReading read(
            int sets, Work work, int timesADay, int daysAWeek, Trained trained, OptionalDouble loadKg) {
        Optional<Double> kilograms = loadKg.isPresent() ? Optional.of(loadKg.getAsDouble()) : Optional.empty();
        return fault(sets, work, timesADay, daysAWeek)
                .or(() -> loadFault(kilograms))
                .<DoseReading>map(refused -> refused)
                .orElseGet(() -> new DoseReading.Usable(
                        new Dose(sets, work, timesADay, daysAWeek, trained, kilograms.map(Mass::new))));
    }

    /** Time under tension a day on each trained leg [s] = sets × hold × times a day; empty for repetitions. */
    public OptionalInt holdSecondsADay() {
        return work instanceof Hold hold ? OptionalInt.of(sets * hold.seconds() * timesADay) : OptionalInt.empty();
    }

    /** Repetitions a day on each trained leg = sets × repetitions × times a day; empty for holds. */
    public OptionalInt repetitionsADay() {
        return work instanceof Repetitions repetitions
                ? OptionalInt.of(sets * repetitions.count() * timesADay)
                : OptionalInt.empty();
    }

    private static Optional<Refused> fault(int sets, Work work, int timesADay, int daysAWeek) {
        return range(Field.SETS, sets, MOST_SETS)
                .or(() -> fault(work))
                .or(() -> range(Field.TIMES_A_DAY, timesADay, MOST_TIMES_A_DAY))
                .or(() -> range(Field.DAYS_A_WEEK, daysAWeek, DAYS));
    }

    private static Optional<Refused> fault(Work work) {
        if (work instanceof Repetitions repetitions) {
            return range(Field.REPETITIONS, repetitions.count(), MOST_REPETITIONS);
        }
        return range(Field.HOLD_SECONDS, ((Hold) work).seconds(), MOST_HOLD_S);
    }

    private static Optional<Refused> loadFault(Optional<Double> kilograms) {
        if (kilograms.filter(kg -> !Double.isFinite(kg)).isPresent()) {
            return Optional.of(new Refused(Field.LOAD_KG, Reason.NOT_A_NUMBER, LEAST_LOAD_KG, MOST_LOAD_KG));
        }
        return kilograms.flatMap(kg -> range(Field.LOAD_KG, kg, LEAST_LOAD_KG, MOST_LOAD_KG));
    }

    private static Optional<Refused> range(Field field, int value, int most) {
        return range(field, value, 1, most);
    }

    private static Optional<Refused> range(Field field, double value, double least, double most) {
        if (value < least) {
            return Optional.of(new Refused(field, Reason.BELOW_RANGE, least, most));
        }
        return value > most ? Optional.of(new Refused(field, Reason.ABOVE_RANGE, least, most)) : Optional.empty();
    }
}
