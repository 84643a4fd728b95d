package org.plinth.core.formula;

import java.time.LocalDate;
import java.util.Optional;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.visit.Side;

/** Where a number that goes into a formula comes from. Who shows it puts it into words and links. */
public sealed interface Origin {

    /** Part of the method: a window, a number of visits, a count. */
    record Method() implements Origin {}

    /** Samples of the recording. */
    record Recording() implements Origin {}

    /**
     * An effort.
     *
     * @param side of it
     * @param number by which it is known on its side, from 1
     * @param formula of the number, itself a formula's id
     */
    record OfEffort(Side side, int number, String formula) implements Origin {}

    /**
     * Another number of the same effort.
     *
     * @param formula its id
     */
    record OfThisEffort(String formula) implements Origin {}

    /**
     * A number of this test.
     *
     * @param side where it is of one side
     * @param formula its id
     */
    record OfTest(Optional<Side> side, String formula) implements Origin {}

    /**
     * A side's value on a date.
     *
     * @param side which
     * @param date of the visit
     */
    record OfVisit(Side side, LocalDate date) implements Origin {}

    /**
     * Another number of the same course.
     *
     * @param side which
     * @param formula its id
     */
    record OfCourse(Side side, String formula) implements Origin {}

    /**
     * The error of one measurement.
     *
     * @param error with its source and whether it is provisional
     */
    record OfError(MeasurementError error) implements Origin {}

    /** A line that the clinic drew. */
    record Setting() implements Origin {}
}
