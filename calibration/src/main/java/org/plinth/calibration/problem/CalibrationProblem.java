package org.plinth.calibration.problem;

import java.util.List;
import java.util.Locale;

/**
 * Something wrong with the points of a run. The sentence for people, with what would mend it, is the text
 * {@link #textKey} with {@link #arguments} in its places.
 */
public sealed interface CalibrationProblem {

    /** Rows that it is about, as they were written down; empty where it is about the whole. */
    List<Integer> rows();

    /** What the sentence fills in: rows, numbers with a full stop. */
    List<String> arguments();

    /** Whether no curve is given because of it. Otherwise the curve is given, and conformity cannot be told. */
    default boolean stops() {
        return true;
    }

    /** Stable name: {@code SWAPPED_LOADS}. */
    default String id() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    /** Key of the sentence in the catalogue. */
    default String textKey() {
        return "calibration.problem." + id();
    }

    /** Too few different loads for a curve: one point, or none above zero. */
    record TooFewLoads(List<Integer> rows, int found, int needed) implements CalibrationProblem {
        @Override
        public List<String> arguments() {
            return List.of(Numbers.rows(rows), Integer.toString(found), Integer.toString(needed));
        }
    }

    /** Two loads, one reading: nothing tells one from the other. */
    record EqualReadings(List<Integer> rows, String lowLoad, String highLoad, double reading)
            implements CalibrationProblem {
        @Override
        public List<String> arguments() {
            return List.of(Numbers.rows(rows), lowLoad, highLoad, Numbers.text(reading));
        }
    }

    /** The same row twice: same cycle, direction, load and reading. */
    record RepeatedRow(List<Integer> rows) implements CalibrationProblem {
        @Override
        public List<String> arguments() {
            return List.of(Numbers.rows(rows));
        }
    }

    /** Two loads that fit far better when exchanged. */
    record SwappedLoads(List<Integer> rows, String firstLoad, String secondLoad) implements CalibrationProblem {
        @Override
        public List<String> arguments() {
            return List.of(Numbers.rows(rows), firstLoad, secondLoad);
        }
    }

    /** A row whose reading is its mass: kilograms where counts belong. */
    record KilogramsForCounts(List<Integer> rows, double reading, double expected) implements CalibrationProblem {
        @Override
        public List<String> arguments() {
            return List.of(Numbers.rows(rows), Numbers.text(reading), Numbers.text(expected));
        }
    }

    /** Every reading is its mass, though another unit was said. */
    record ReadingsAreMasses(List<Integer> rows, String unit) implements CalibrationProblem {
        @Override
        public List<String> arguments() {
            return List.of(Numbers.rows(rows), unit);
        }
    }

    /** A load that falls on the way up, or rises on the way down. */
    record NotInSequence(List<Integer> rows, String direction, String before, String load)
            implements CalibrationProblem {
        @Override
        public List<String> arguments() {
            return List.of(Numbers.rows(rows), direction, before, load);
        }
    }

    /** A reading that falls though the load rises, or the other way round. */
    record ReadingTurns(List<Integer> rows, String before, String load, double earlier, double later)
            implements CalibrationProblem {
        @Override
        public List<String> arguments() {
            return List.of(Numbers.rows(rows), before, load, Numbers.text(earlier), Numbers.text(later));
        }
    }

    /** A reading far from where the others put it. */
    record Outlier(List<Integer> rows, String load, double reading, double expected) implements CalibrationProblem {
        @Override
        public List<String> arguments() {
            return List.of(Numbers.rows(rows), load, Numbers.text(reading), Numbers.text(expected));
        }
    }

    /** A reading that still moves while it is taken. */
    record NeverSettles(List<Integer> rows, String load, double drift, double limit) implements CalibrationProblem {
        @Override
        public List<String> arguments() {
            return List.of(Numbers.rows(rows), load, Numbers.text(drift), Numbers.text(limit));
        }
    }

    /** Nothing was read on the way down: no hysteresis, no return to zero. The curve stands. */
    record NoDescending(List<Integer> rows) implements CalibrationProblem {
        @Override
        public List<String> arguments() {
            return List.of(Numbers.rows(rows));
        }

        @Override
        public boolean stops() {
            return false;
        }
    }

    /** Some cycles have an unloaded reading and this one has none. */
    record NoZero(List<Integer> rows, int cycle) implements CalibrationProblem {
        @Override
        public List<String> arguments() {
            return List.of(Numbers.rows(rows), Integer.toString(cycle));
        }
    }

    /** Gravity that is nowhere on Earth. */
    record GravityOutOfRange(double metresPerSecondSquared) implements CalibrationProblem {
        @Override
        public List<Integer> rows() {
            return List.of();
        }

        @Override
        public List<String> arguments() {
            return List.of(Numbers.text(metresPerSecondSquared));
        }
    }

    /** The curve stops rising inside the range that it is to be used over. */
    record CurveTurns(List<Integer> rows, double newtons, double deflection) implements CalibrationProblem {
        @Override
        public List<String> arguments() {
            return List.of(Numbers.rows(rows), Numbers.text(newtons), Numbers.text(deflection));
        }
    }
}
