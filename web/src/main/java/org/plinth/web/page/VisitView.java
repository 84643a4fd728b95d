package org.plinth.web.page;

import java.util.List;
import java.util.Optional;
import org.plinth.web.words.Linked;

/**
 * What was done at a visit.
 *
 * @param state open or closed, and who tested
 * @param open whether decisions can still change
 * @param version of the visit
 * @param tests in the order they were set up
 * @param liveHref where it goes on
 * @param closeHref where it is closed
 */
public record VisitView(
        String state, boolean open, String version, List<Test> tests, String liveHref, String closeHref) {

    /** Copies the list. */
    public VisitView {
        tests = List.copyOf(tests);
    }

    /**
     * One position test.
     *
     * @param id for headings
     * @param name of the position
     * @param setUp fixation, sensor, first side
     * @param protocol version, repetitions, hold and rest that it was made with
     * @param protocolHref where all of that version stands
     * @param sides left, then right
     * @param sentence values and symmetry, or why there is none
     * @param state what the data say about the reference line
     * @param basis what the interval rests on
     * @param flags what a reader must know
     */
    public record Test(
            String id,
            String name,
            String setUp,
            String protocol,
            String protocolHref,
            List<SideTested> sides,
            Linked sentence,
            Optional<Linked> state,
            Optional<Linked> basis,
            List<Linked> flags) {}

    /**
     * One side of it.
     *
     * @param css {@code left} or {@code right}
     * @param name in words
     * @param value with its unit, or that it was not measured
     * @param kept efforts kept of made
     * @param efforts in the order they were made
     */
    public record SideTested(String css, String name, Linked value, String kept, List<EffortRow> efforts) {}

    /**
     * One effort.
     *
     * @param number from 1
     * @param force the test quantity, or why there is none
     * @param peak the greatest sample
     * @param pain 0 to 10, or that it was not asked
     * @param decision kept, not yet decided, or set aside and why
     * @param setAside whether it is excluded
     * @param canKeep whether a clinician may keep it after all
     * @param canUndo whether it was decided, so that there is something to take back
     * @param action where a decision goes
     * @param version of the decision
     */
    public record EffortRow(
            String number,
            Linked force,
            Linked peak,
            String pain,
            String decision,
            boolean setAside,
            boolean canKeep,
            boolean canUndo,
            String action,
            String version) {}
}
