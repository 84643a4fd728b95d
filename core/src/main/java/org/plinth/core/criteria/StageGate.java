package org.plinth.core.criteria;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.plinth.core.position.TestPosition;

/**
 * Whether a position is offered at a stage: a suggestion that a clinician may override with a reason.
 *
 * @param offered whether nothing speaks against it
 * @param reasons what does
 */
public record StageGate(boolean offered, List<Reason> reasons) {

    private static final int MOST_PAIN = 3;
    private static final List<String> LOW_COMPRESSION = List.of("C0", "C1");

    /** What speaks against a position. */
    public enum Reason {
        /** It belongs to a later stage. */
        STAGE,
        /** The last test in the class of compression below hurt more than 3. */
        PAIN_IN_LOWER_CLASS,
        /** Sitting hurts more than the position allows. */
        SITTING_PAIN,
        /** The tendon is irritable: low compression only. */
        IRRITABLE,
        /** What the position asks about is not known. */
        NOT_KNOWN
    }

    /**
     * What is known of the patient today.
     *
     * @param stage of the programme, 1 to 4
     * @param painInLowerClass last pain, 0 to 10, in the class of compression below; empty where not tested
     * @param sittingPain 0 to 10; empty where not asked
     * @param irritable pain that lasts more than 24 h after load, or 6 or more in use
     */
    public record Today(int stage, OptionalInt painInLowerClass, OptionalInt sittingPain, boolean irritable) {}

    /** Copies the list. */
    public StageGate {
        reasons = List.copyOf(reasons);
    }

    /** Whether this position is offered today. */
    public static StageGate of(TestPosition position, Today today) {
        TestPosition.Gate gate = position.gate();
        List<Reason> reasons = new ArrayList<>();
        if (today.stage() < gate.stage()) {
            reasons.add(Reason.STAGE);
        }
        if (today.painInLowerClass().orElse(0) > MOST_PAIN) {
            reasons.add(Reason.PAIN_IN_LOWER_CLASS);
        }
        if (gate.sittingPainMost().isPresent()) {
            sitting(gate.sittingPainMost().getAsInt(), today.sittingPain(), reasons);
        }
        if (today.irritable() && !LOW_COMPRESSION.contains(gate.compression())) {
            reasons.add(Reason.IRRITABLE);
        }
        return new StageGate(reasons.isEmpty(), reasons);
    }

    private static void sitting(int most, OptionalInt pain, List<Reason> reasons) {
        if (pain.isEmpty()) {
            reasons.add(Reason.NOT_KNOWN);
        } else if (pain.getAsInt() > most) {
            reasons.add(Reason.SITTING_PAIN);
        }
    }
}
