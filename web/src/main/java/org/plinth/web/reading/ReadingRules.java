package org.plinth.web.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plinth.core.position.TestPosition;
import org.plinth.web.clinic.TypedReading;
import org.plinth.web.clinic.TypedReading.Quantity;

/**
 * What is refused and what is asked about a value that somebody typed. Bounds are engineering values: beyond the greatest no
 * person was ever measured, outside the usual ones a slip of the finger or of the unit is likelier than the value. Pure.
 */
public final class ReadingRules {

    /** Greatest force that is taken [N]. */
    public static final double MOST_N = 3000;

    /** Longest hold that is taken [s]. */
    public static final double MOST_S = 900;

    /** Most repetitions that are taken. */
    public static final double MOST_REPETITIONS = 300;

    private static final double USUAL_LEAST_N = 20;
    private static final double USUAL_MOST_N = 1000;
    /** Between two efforts of one side; kgf and lbf are apart by 2.2. */
    private static final double USUAL_FACTOR = 1.6;

    private ReadingRules() {}

    /** What must be answered before the value is taken. The catalogue has the words under {@code reading.ask.}. */
    public enum Question {
        /** Less or more force than people give in these positions. */
        UNUSUAL_FORCE,
        /** Far from the last value of this side. */
        FAR_FROM_LAST,
        /** The device was read in another unit before. */
        OTHER_UNIT
    }

    /** Of what a position gives a value without a sensor; empty where none is offered. */
    public static Optional<Quantity> quantity(TestPosition position) {
        if (position.bilateral()) {
            return Optional.empty();
        }
        return switch (position.unit()) {
            case "s" -> Optional.of(Quantity.HOLD_TIME);
            case "{reps}" -> Optional.of(Quantity.REPETITIONS);
            default -> position.usesForce() ? Optional.of(Quantity.FORCE) : Optional.empty();
        };
    }

    /** The greatest value that is taken, in N, s or repetitions. */
    public static double most(Quantity quantity) {
        return switch (quantity) {
            case FORCE -> MOST_N;
            case HOLD_TIME -> MOST_S;
            case REPETITIONS -> MOST_REPETITIONS;
        };
    }

    /**
     * What is to be asked about a new value.
     *
     * @param before readings of the same visit, oldest first
     */
    public static List<Question> questions(TypedReading reading, List<TypedReading> before) {
        List<Question> asked = new ArrayList<>();
        if (reading.quantity() == Quantity.FORCE && !isUsual(reading.value())) {
            asked.add(Question.UNUSUAL_FORCE);
        }
        last(before.stream()
                        .filter(one -> isSameSeries(one, reading) && one.side() == reading.side())
                        .toList())
                .filter(last -> isFar(reading, last))
                .ifPresent(last -> asked.add(Question.FAR_FROM_LAST));
        last(before.stream()
                        .filter(one -> one.quantity() == Quantity.FORCE && reading.quantity() == Quantity.FORCE)
                        .filter(one -> isSameDevice(one, reading))
                        .toList())
                .filter(last -> !last.unit().equals(reading.unit()))
                .ifPresent(last -> asked.add(Question.OTHER_UNIT));
        return asked;
    }

    private static boolean isUsual(double newtons) {
        return newtons >= USUAL_LEAST_N && newtons <= USUAL_MOST_N;
    }

    private static boolean isFar(TypedReading reading, TypedReading last) {
        double ratio = reading.value() / last.value();
        return reading.quantity() == Quantity.FORCE && (ratio > USUAL_FACTOR || ratio < 1 / USUAL_FACTOR);
    }

    private static Optional<TypedReading> last(List<TypedReading> readings) {
        return readings.stream().filter(TypedReading::stands).max(Comparator.comparing(TypedReading::at));
    }

    /** Whether two readings may be compared: all the same but side and value (decision M20). */
    public static boolean isSameSeries(TypedReading one, TypedReading other) {
        return one.positionId().equals(other.positionId())
                && one.protocolVersion() == other.protocolVersion()
                && one.fixation().equals(other.fixation())
                && one.quantity() == other.quantity()
                && isSameDevice(one, other);
    }

    /** A label is read by people: large and small letters and spaces around it make no other device. */
    private static boolean isSameDevice(TypedReading one, TypedReading other) {
        return folded(one.device()).equals(folded(other.device()));
    }

    private static String folded(String device) {
        return device.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** The newest force that stands. */
    public static Optional<TypedReading> lastForce(List<TypedReading> readings) {
        return last(readings.stream()
                .filter(one -> one.quantity() == Quantity.FORCE)
                .toList());
    }
}
