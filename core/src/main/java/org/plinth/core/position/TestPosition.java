package org.plinth.core.position;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plinth.core.quantity.Force;

/**
 * One test position with its protocol, as loaded from data. A changed protocol gets a new version; old results keep
 * theirs.
 *
 * @param id stable, kebab-case: {@code curl-prone-15}
 * @param version of the protocol, from 1
 * @param name as people read it: "Prone curl, knee 15°"
 * @param family {@code curl}, {@code bridge-force}, {@code bridge-noforce}, {@code comparator}, {@code imported}
 * @param body how the patient lies: {@code prone}, {@code supine}, {@code sitting}, {@code standing}, {@code kneeling},
 *     {@code machine}
 * @param hip hip angle in words: {@code 0°}
 * @param knee knee angle in words: {@code 15°}
 * @param contraction {@code make}, {@code break}, {@code sustained}, {@code reps}, {@code eccentric}, {@code con}
 * @param repetitions planned valid efforts a side
 * @param holdSeconds 0 where it is to failure or a movement
 * @param restSeconds between efforts
 * @param unit UCUM unit of the test quantity: {@code N}, {@code s}, {@code {reps}}, {@code N.m}
 * @param minimumRange what the sensor must be able to take; empty where none is used
 * @param bilateral whether both legs work at once
 * @param symmetryAllowed whether limb symmetry is defined
 * @param directions how a sensor may be loaded; empty where none is used
 * @param tareState in what state the sensor is zeroed
 * @param errors measurement error for each fixation class in use
 * @param setUp set-up in sentences, in order
 * @param instruction what is said to the patient
 */
public record TestPosition(
        String id,
        int version,
        String name,
        String family,
        String body,
        String hip,
        String knee,
        String contraction,
        int repetitions,
        int holdSeconds,
        int restSeconds,
        String unit,
        Optional<Force> minimumRange,
        boolean bilateral,
        boolean symmetryAllowed,
        Set<Direction> directions,
        TareState tareState,
        Map<Fixation, MeasurementError> errors,
        List<String> setUp,
        String instruction) {

    /** How the sensor is loaded. */
    public enum Direction {
        /** Pressed on. */
        PUSH,
        /** Pulled at. */
        PULL
    }

    /** In what state the sensor is zeroed (decision M7). */
    public enum TareState {
        /** Strap slack, nothing on the sensor. */
        UNLOADED,
        /** The relaxed limb rests on it. */
        LIMB_RESTING
    }

    /** Copies the collections. */
    public TestPosition {
        directions = Set.copyOf(directions);
        errors = Map.copyOf(errors);
        setUp = List.copyOf(setUp);
    }

    /** The measurement error in this fixation class, where it has one. */
    public Optional<MeasurementError> error(Fixation fixation) {
        return Optional.ofNullable(errors.get(fixation));
    }

    /** Whether a force sensor is read in this position. */
    public boolean usesForce() {
        return unit.equals("N");
    }
}
