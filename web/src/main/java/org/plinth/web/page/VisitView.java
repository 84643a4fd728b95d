package org.plinth.web.page;

import java.util.ArrayList;
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
 * @param typed values without a sensor, in the order of their first readings
 * @param liveHref where it goes on
 * @param pdfHref the same to print
 * @param closeHref where it is closed
 * @param arrivals what the sensors delivered, recording by recording
 * @param noteHref the same as plain text; empty for a reader of another clinic
 * @param corrections where a wrong side or a wrong patient is put right; empty for who may not
 * @param historyHref who changed what
 */
public record VisitView(
        String state,
        boolean open,
        String version,
        List<Test> tests,
        List<ReadingsView.Series> typed,
        String liveHref,
        String pdfHref,
        String closeHref,
        List<ArrivalRow> arrivals,
        Optional<String> noteHref,
        List<Correction> corrections,
        String historyHref) {

    /** Copies the lists. */
    public VisitView {
        tests = List.copyOf(tests);
        typed = List.copyOf(typed);
        arrivals = List.copyOf(arrivals);
        corrections = List.copyOf(corrections);
    }

    /** Whether nothing was measured, with a sensor or without. */
    public boolean isEmpty() {
        return tests.isEmpty() && typed.isEmpty();
    }

    /** Where values without a sensor stand. */
    public String readingsHref() {
        return liveHref.substring(0, liveHref.lastIndexOf('/')) + "/readings";
    }

    /** Whether somebody came to put a wrong patient right. */
    public boolean correcting() {
        return corrections.stream()
                .anyMatch(one -> one.moveAction().isPresent() && one.askHref().isEmpty());
    }

    /**
     * Where one test is put right.
     *
     * @param name of the position
     * @param swaps one for each recording
     * @param moveAction where a move is sent; empty for who may not move
     * @param targets visits that it could be moved to
     * @param askHref leads to those visits; empty where they stand there
     * @param backAction where it is moved back; empty where it was not moved here
     */
    public record Correction(
            String name,
            List<Swap> swaps,
            Optional<String> moveAction,
            List<Option> targets,
            Optional<String> askHref,
            Optional<String> backAction) {

        /** Copies the lists. */
        public Correction {
            swaps = List.copyOf(swaps);
            targets = List.copyOf(targets);
        }
    }

    /**
     * A recording whose side can be changed.
     *
     * @param label which one
     * @param action where that is sent
     * @param version of the recording
     */
    public record Swap(String label, String action, String version) {}

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
     * @param trust where something is wrong with a calibration
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
            List<Linked> flags,
            Optional<TrustForm> trust) {

        /** The same, with more that a reader must know. */
        Test with(List<Linked> more) {
            List<Linked> all = new ArrayList<>(flags);
            all.addAll(more);
            return new Test(
                    id, name, setUp, protocol, protocolHref, sides, sentence, state, basis, List.copyOf(all), trust);
        }
    }

    /**
     * Where a clinician says whether results count whose calibration is missing, expired or in doubt.
     *
     * @param action where it is sent
     * @param version number of the newest word, 0 for none
     * @param kept whether they count now
     * @param said the newest word, with who and when
     */
    public record TrustForm(String action, String version, boolean kept, Optional<String> said) {}

    /**
     * One side of it.
     *
     * @param css {@code left} or {@code right}
     * @param name in words
     * @param value with its unit, or that it was not measured
     * @param kept efforts kept of made
     * @param efforts in the order they were made
     * @param calibrations what the value rests on
     * @param doubts what is wrong with that
     */
    public record SideTested(
            String css,
            String name,
            Linked value,
            String kept,
            List<EffortRow> efforts,
            List<PositionView.Link> calibrations,
            List<Linked> doubts) {}

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
