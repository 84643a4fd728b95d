package org.plinth.core.position;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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
 * @param placement where the sensor sits and how the body is held
 * @param outcome what is measured, and how the sides may be compared
 * @param gate when the position is offered
 * @param evidence where the measurement error of each fixation class comes from
 * @param mistakes common errors, to look for before the start
 * @param drawing what a line drawing needs; empty where there is none
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
        String instruction,
        Placement placement,
        Outcome outcome,
        Gate gate,
        Map<Fixation, Evidence> evidence,
        List<String> mistakes,
        Optional<DrawingPlan> drawing) {

    /**
     * Where the sensor sits and how the body is held.
     *
     * @param sensor where the sensor is and which way it is loaded, in a sentence
     * @param site where on the body, as in a series key: {@code shank}; {@code none} without a sensor
     * @param stabilisation how the body is held
     * @param ankle what the ankle does; empty where it does not matter
     * @param lever what the lever arm is measured between; empty where only force is meant
     * @param hipDegrees hip angle at the start [°]; empty where the machine sets it
     * @param kneeDegrees knee angle at the start [°]
     */
    public record Placement(
            String sensor,
            String site,
            String stabilisation,
            Optional<String> ankle,
            Optional<Lever> lever,
            OptionalInt hipDegrees,
            OptionalInt kneeDegrees) {}

    /**
     * The two landmarks of a lever arm.
     *
     * @param from landmark at the joint
     * @param to landmark at the sensor
     */
    public record Lever(String from, String to) {}

    /**
     * What is measured, and how the sides may be compared.
     *
     * @param quantity in words, with units
     * @param limbs which limbs work: {@code one}, {@code both}, {@code both at once, measured per leg}
     * @param comparison of the sides
     * @param note what the comparison asks for; empty for nothing
     * @param cap where a count or a time ends, in the unit of the position; empty for nowhere
     */
    public record Outcome(
            String quantity, String limbs, Comparison comparison, Optional<String> note, OptionalInt cap) {}

    /** How the sides may be compared. */
    public enum Comparison {
        /** Limb symmetry: injured ÷ uninjured. */
        LSI,
        /** Difference over the sum: both legs work at once but are measured apart. */
        BAI,
        /** Not at all: one value for both legs. */
        NONE
    }

    /**
     * When the position is offered; a suggestion, never a lock.
     *
     * @param stage from which stage of the programme on; 0 for any
     * @param compression class of compression at the sit bone: {@code C0} to {@code C4}, not validated
     * @param sittingPainMost greatest pain in sitting, 0 to 10; empty where it does not matter
     * @param condition in words; empty for none
     */
    public record Gate(int stage, String compression, OptionalInt sittingPainMost, Optional<String> condition) {}

    /**
     * Where a measurement error comes from.
     *
     * @param basis {@code measured}, {@code measured-near}, {@code measured_pooled}, {@code derived-assumed},
     *     {@code assumed-near}, {@code assumed}
     * @param words what was read, with its source
     */
    public record Evidence(String basis, String words) {}

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
        evidence = Map.copyOf(evidence);
        mistakes = List.copyOf(mistakes);
    }

    /** The measurement error in this fixation class, where it has one. */
    public Optional<MeasurementError> error(Fixation fixation) {
        return Optional.ofNullable(errors.get(fixation));
    }

    /** Whether a force sensor is read in this position. */
    public boolean usesForce() {
        return unit.equals("N") && !directions.isEmpty();
    }
}
