package org.plinth.core.position;

import java.util.List;

/**
 * What is wrong with one field of a position. The text catalogue has a sentence for each rule that says what to do:
 * {@code own.problem.<rule>}.
 *
 * @param key of the field
 * @param rule that it breaks
 * @param arguments for the places of the sentence, in the order that the rule names
 */
public record PositionProblem(String key, Rule rule, List<String> arguments) {

    /** What a position must keep to. */
    public enum Rule {
        /** Nothing stands there. */
        MISSING,
        /** Longer than {0} characters. */
        TOO_LONG,
        /** Characters that are no text. */
        NOT_TEXT,
        /** More than {0} lines. */
        TOO_MANY_LINES,
        /** Not a whole number from {0} to {1}; {2} is its unit. */
        NOT_WHOLE,
        /** Not a number from {0} to {1}; {2} is its unit. */
        NOT_NUMBER,
        /** Not one of {0}. */
        NOT_ONE_OF,
        /** No such field. */
        UNKNOWN_KEY,
        /** The words do not begin with the angle {0}. */
        ANGLE_DIFFERS,
        /** Neither a hold of 1 s or more, nor a cap, nor a movement. */
        HOLD_OR_CAP,
        /** A position measured in newtons needs it. */
        SENSOR_NEEDED,
        /** A position without a force sensor must not have it. */
        NO_SENSOR,
        /** Both legs work at once: no limb symmetry. */
        SYMMETRY_BILATERAL,
        /** One leg works alone: only limb symmetry or none. */
        SYMMETRY_ONE_LEG,
        /** Does not say the same as the field about both legs. */
        LIMBS_DIFFER,
        /** An error stands there, so this must too. */
        ERROR_WITHOUT_THIS,
        /** The basis says that there is no error. */
        ERROR_NOT_APPLICABLE,
        /** No fixation class has an error. */
        NO_FIXATION,
        /** Measured at this clinic: needs the number of pairs, at least {0}. */
        PAIRS_MISSING,
        /** Below {0} % only from {1} pairs on. */
        LOWER_NEEDS_PAIRS,
        /** Assumed below {0} %, which the position had that it was copied from. */
        ASSUMED_TOO_LOW,
        /** Stands together with {0} or not at all. */
        TOGETHER,
        /** The instruction does not tell to breathe (decision S1). */
        BREATHE
    }

    /** Copies the arguments. */
    public PositionProblem {
        arguments = List.copyOf(arguments);
    }

    static PositionProblem of(String key, Rule rule, String... arguments) {
        return new PositionProblem(key, rule, List.of(arguments));
    }
}
