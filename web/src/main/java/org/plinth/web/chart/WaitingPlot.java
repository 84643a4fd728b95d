package org.plinth.web.chart;

import java.util.List;
import java.util.Optional;

/**
 * What a picture of waiting shows: how many of a hundred have not had something yet, as days go by.
 *
 * @param title of the picture
 * @param description in words, for who cannot see it
 * @param steps each day on which it happened, in order; none where it never did
 * @param lastDay up to which anybody was followed [d]
 */
public record WaitingPlot(String title, String description, List<Step> steps, double lastDay) {

    /** Copies the list. */
    public WaitingPlot {
        steps = List.copyOf(steps);
    }

    /**
     * From this day on.
     *
     * @param days since the start [d]
     * @param waitingPercent who still waits [%]
     * @param band 95 % interval; empty where there is none, as when nobody waits any more
     */
    public record Step(double days, double waitingPercent, Optional<Band> band) {}

    /**
     * How sure.
     *
     * @param lowPercent lower end [%]
     * @param highPercent upper end [%]
     */
    public record Band(double lowPercent, double highPercent) {}
}
