package org.plinth.core.programme;

/** What came of reading a dose: the dose, or why there is none. */
public sealed interface DoseReading {

    /** What was wrong. */
    enum Field {
        /** Sets. */
        SETS,
        /** Repetitions of a set. */
        REPETITIONS,
        /** Length of a hold [s]. */
        HOLD_SECONDS,
        /** Times a day. */
        TIMES_A_DAY,
        /** Days a week. */
        DAYS_A_WEEK,
        /** Load [kg]. */
        LOAD_KG
    }

    /** What was wrong with it. */
    enum Reason {
        /** It is less than the least. */
        BELOW_RANGE,
        /** It is more than the most. */
        ABOVE_RANGE,
        /** It is no number. */
        NOT_A_NUMBER
    }

    /**
     * A dose.
     *
     * @param dose within all ranges
     */
    record Usable(Dose dose) implements DoseReading {}

    /**
     * None.
     *
     * @param field what was wrong
     * @param reason why
     * @param least that is plausible
     * @param most that is plausible
     */
    record Refused(Field field, Reason reason, double least, double most) implements DoseReading {}
}
