package org.plinth.web.page;

import java.util.List;
import java.util.Optional;

/**
 * Readings without a sensor.
 *
 * @param action where they are sent
 * @param withdrawAction where one is taken back
 * @param liveHref where recordings are made
 * @param open whether the visit is open
 * @param positions on offer
 * @param chosen the position whose form is shown
 * @param series what was read so far
 * @param stops what pain or tiredness forbids
 * @param form as typed
 */
public record ReadingsView(
        String action,
        String withdrawAction,
        String liveHref,
        boolean open,
        List<Option> positions,
        Optional<Chosen> chosen,
        List<Series> series,
        List<String> stops,
        Form form) {

    /** Copies the lists. */
    public ReadingsView {
        positions = List.copyOf(positions);
        series = List.copyOf(series);
        stops = List.copyOf(stops);
    }

    /**
     * The form of a position.
     *
     * @param id of the position
     * @param name as people read it
     * @param instruction what is said to the patient
     * @param quantity {@code FORCE}, {@code HOLD_TIME} or {@code REPETITIONS}
     * @param unit of the value, where there is no choice
     * @param cap where it ends; empty for nowhere
     * @param sides left and right, with their role
     * @param fixations in use
     * @param units of a display
     * @param readers who may have read it as well
     * @param questions to be answered with yes before it is taken
     * @param sure what the answer to them is called
     * @param devices that were read at this visit
     * @param requestId of this form
     * @param clock words for the stopwatch and the counter, as JSON
     */
    public record Chosen(
            String id,
            String name,
            String instruction,
            String quantity,
            String unit,
            Optional<String> cap,
            List<Option> sides,
            List<Option> fixations,
            List<Option> units,
            List<Option> readers,
            List<String> questions,
            String sure,
            List<String> devices,
            String requestId,
            String clock) {}

    /**
     * Readings that belong together.
     *
     * @param name of the position
     * @param how device, fixation, or stopwatch
     * @param sides left, then right
     * @param sentence both values and what they come to
     * @param note what they cannot show
     */
    public record Series(String name, String how, List<SideRead> sides, String sentence, String note) {}

    /**
     * One side.
     *
     * @param css {@code left} or {@code right}
     * @param name in words
     * @param rows in the order they were made
     */
    public record SideRead(String css, String name, List<Row> rows) {}

    /**
     * One reading.
     *
     * @param id of it
     * @param value with its unit
     * @param about how it was read, pain, warnings
     * @param withdrawn why it was taken back; empty while it stands
     */
    public record Row(String id, String value, String about, Optional<String> withdrawn) {}
}
