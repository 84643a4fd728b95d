package org.plinth.web.recordingfile;

/** Where the times of a recording come from. */
public sealed interface TimeAxis {

    /**
     * From a column.
     *
     * @param name as in the header
     * @param unit as the header names it
     */
    record Column(String name, TimeUnit unit) implements TimeAxis {}

    /**
     * From the number of the row and a rate that was given.
     *
     * @param hertz samples per second
     */
    record Rate(double hertz) implements TimeAxis {}
}
