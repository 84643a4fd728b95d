package org.plinth.web.analyse;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plinth.core.symmetry.SymmetryOutcome;
import org.plinth.core.visit.Side;

/**
 * All that one call of {@code analyse} found.
 *
 * @param engineVersion of Plinth
 * @param recordings in the order given
 * @param results by recording, same order; empty where no effort of it counts
 * @param sides what each named side counts for, over all of its recordings
 * @param symmetry of the two sides, or why not
 */
public record Analysis(
        String engineVersion,
        List<RecordingAnalysis> recordings,
        List<Optional<SideResult>> results,
        Map<Side, SideResult> sides,
        SymmetryOutcome symmetry) {

    /** Copies the collections. */
    public Analysis {
        recordings = List.copyOf(recordings);
        results = List.copyOf(results);
        Map<Side, SideResult> copy = new EnumMap<>(Side.class);
        copy.putAll(sides);
        sides = copy;
    }
}
