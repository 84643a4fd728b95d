package org.plinth.web.page;

import java.util.List;
import java.util.Optional;

/**
 * How one position is set up and measured, for one side.
 *
 * @param id for addresses
 * @param family "Curls"
 * @param sides to switch to, the current one marked
 * @param side drawing from the side as SVG; empty where there is none
 * @param footEnd drawing from the foot end as SVG
 * @param steps set-up in order
 * @param placement sensor, stabilisation, lever
 * @param instruction what is said to the patient
 * @param protocol contraction, repetitions, quantity, sensor
 * @param errors measurement error for each fixation class
 * @param gate when it is offered
 * @param mistakes to look out for
 * @param norms reference values with their population
 */
public record PositionPageView(
        String id,
        String family,
        List<SideLink> sides,
        Optional<String> side,
        Optional<String> footEnd,
        List<String> steps,
        List<Fact> placement,
        String instruction,
        List<Fact> protocol,
        List<ErrorRow> errors,
        List<Fact> gate,
        List<String> mistakes,
        List<NormRow> norms) {

    /** Copies the lists. */
    public PositionPageView {
        sides = List.copyOf(sides);
        steps = List.copyOf(steps);
        placement = List.copyOf(placement);
        protocol = List.copyOf(protocol);
        errors = List.copyOf(errors);
        gate = List.copyOf(gate);
        mistakes = List.copyOf(mistakes);
        norms = List.copyOf(norms);
    }

    /** The same with these reference values. */
    public PositionPageView withNorms(List<NormRow> others) {
        return new PositionPageView(
                id,
                family,
                sides,
                side,
                footEnd,
                steps,
                placement,
                instruction,
                protocol,
                errors,
                gate,
                mistakes,
                others);
    }

    /**
     * A side to draw.
     *
     * @param name "Left"
     * @param css style of the side
     * @param href this page for that side
     * @param current whether it is drawn now
     */
    public record SideLink(String name, String css, String href, boolean current) {}

    /**
     * A term and what is said of it.
     *
     * @param term "Hip angle"
     * @param words "0°"
     */
    public record Fact(String term, String words) {}

    /**
     * Measurement error of one fixation class.
     *
     * @param fixation "Belt or strap"
     * @param error "9 %", or that none is known
     * @param basis "assumed, provisional"
     * @param evidence what was read
     */
    public record ErrorRow(String fixation, String error, String basis, String evidence) {}

    /**
     * A reference value.
     *
     * @param population whom it is from
     * @param value with its unit, and what it is
     * @param note what to know of it, with its source
     */
    public record NormRow(String population, String value, String note) {}
}
