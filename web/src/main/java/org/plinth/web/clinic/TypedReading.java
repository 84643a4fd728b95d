package org.plinth.web.clinic;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.plinth.core.position.Fixation;
import org.plinth.core.visit.Side;

/**
 * A value without a raw record behind it: read from a display and typed, or taken by stopwatch or counter (decision M20). Never
 * changed; a mistake is taken back, and stays.
 *
 * @param id opaque
 * @param clinic where
 * @param patient whose
 * @param visit at which
 * @param positionId of the catalogue
 * @param protocolVersion of that position
 * @param side which side
 * @param fixation how the device was held; empty where no force is measured
 * @param quantity of what
 * @param source how it came here
 * @param device in words, as on its label; empty for a stopwatch or a counter
 * @param unit of what was displayed: {@code N}, {@code kgf}, {@code lbf}, {@code s}, {@code {reps}}
 * @param displayed as it was read, in that unit
 * @param value in N, s or repetitions
 * @param capped whether it ended where the position says it ends: the true value is this or more
 * @param warnings that the patient was given
 * @param pain 0 to 10, where asked
 * @param secondReader who read it as well; empty where the same person typed it twice
 * @param at when
 * @param author who typed it
 * @param withdrawn why it was taken back; empty while it stands
 */
public record TypedReading(
        Id<TypedReading> id,
        Id<Clinic> clinic,
        Id<Patient> patient,
        Id<Visit> visit,
        String positionId,
        int protocolVersion,
        Side side,
        Optional<Fixation> fixation,
        Quantity quantity,
        Source source,
        String device,
        String unit,
        double displayed,
        double value,
        boolean capped,
        int warnings,
        OptionalInt pain,
        Optional<Id<Account>> secondReader,
        Instant at,
        Id<Account> author,
        Optional<String> withdrawn) {

    /** Of what. */
    public enum Quantity {
        /** Greatest force on the display [N]. */
        FORCE,
        /** Time until the position could not be held [s]. */
        HOLD_TIME,
        /** Whole repetitions. */
        REPETITIONS
    }

    /** How it came here. */
    public enum Source {
        /** A person read and typed it. */
        TYPED,
        /** The page's own stopwatch or counter, worked by a person. */
        CLOCK
    }

    /** Whether it stands. */
    public boolean stands() {
        return withdrawn.isEmpty();
    }
}
