package org.plinth.core.position;

import java.util.List;
import java.util.Optional;

/**
 * An ordered, versioned list of positions done at one visit (decision S5). Every battery begins with the two baseline
 * positions that its sensor can do, so that a patient's line never breaks when the stage changes.
 *
 * @param id stable, kebab-case: {@code pht-baseline-2}
 * @param version of the list, from 1
 * @param name as people read it
 * @param positions position ids in order
 * @param sensor which way the clinic's sensor must be loaded
 * @param effort whether the efforts are maximal; submaximal ones are a protocol version and a series of their own
 * @param purpose when it is used
 * @param minutesFirst minutes at a first visit, estimated; empty where not known
 * @param minutesRepeat minutes at a repeat visit, estimated
 */
public record Battery(
        String id,
        int version,
        String name,
        List<String> positions,
        SensorNeed sensor,
        EffortLevel effort,
        String purpose,
        Optional<Integer> minutesFirst,
        Optional<Integer> minutesRepeat) {

    /** Which way the sensor must be loaded. */
    public enum SensorNeed {
        /** Pushed on, or both ways. */
        PUSH,
        /** Pulled at is enough. */
        PULL
    }

    /** How hard the efforts are. */
    public enum EffortLevel {
        /** As hard as possible. */
        MAXIMAL,
        /** Up to a limit of pain; never part of a maximal series. */
        SUBMAXIMAL
    }

    /** Copies the list. */
    public Battery {
        positions = List.copyOf(positions);
    }
}
