package org.plinth.web.analyse;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plinth.core.metric.Metrics;
import org.plinth.core.quantity.Force;
import org.plinth.core.result.TestValue;
import org.plinth.core.symmetry.LimbSymmetry;
import org.plinth.core.symmetry.SideMeasurement;
import org.plinth.core.symmetry.SymmetryOutcome;
import org.plinth.core.symmetry.SymmetryRefusal;
import org.plinth.core.visit.Side;
import org.plinth.web.recordingfile.Recording;

/**
 * Recordings in, efforts, results and limb symmetry out. A side may have several recordings: its efforts are those of
 * all of them in the order given. Stateless; any thread.
 */
public final class Analyser {

    private final String engineVersion;
    private final RecordingAnalyser recordings = new RecordingAnalyser(Metrics.ALL);

    /** One that signs its results with this version. */
    public Analyser(String engineVersion) {
        this.engineVersion = engineVersion;
    }

    /** One recording with its efforts. The trace is not kept. */
    public RecordingAnalysis analyse(Recording recording, Optional<Side> side) {
        return recordings.analyse(recording, side);
    }

    /** All recordings together: best of the first k efforts on each side, k being the smaller count (decision M2). */
    public Analysis combine(List<RecordingAnalysis> analysed, SymmetryQuestion question) {
        int left = countOf(analysed, Side.LEFT);
        int right = countOf(analysed, Side.RIGHT);
        int shared = left > 0 && right > 0 ? Math.min(left, right) : Math.max(left, right);
        Map<Side, SideResult> sides = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            List<RecordingAnalysis> own = of(side, analysed);
            if (countOf(analysed, side) > 0 && quantities(own).size() == 1) {
                Quantity quantity = quantities(own).iterator().next();
                sides.put(side, result(quantity, values(own).subList(0, shared)));
            }
        }
        return new Analysis(engineVersion, analysed, results(analysed, shared), sides, symmetry(analysed, question));
    }

    /** Each recording's share of its side's first k; all of its efforts where no side was named. */
    private static List<Optional<SideResult>> results(List<RecordingAnalysis> analysed, int shared) {
        Map<Side, Integer> left = new EnumMap<>(Map.of(Side.LEFT, shared, Side.RIGHT, shared));
        List<Optional<SideResult>> results = new ArrayList<>();
        for (RecordingAnalysis recording : analysed) {
            List<Force> values = values(List.of(recording));
            int use = values.size();
            if (recording.side().isPresent()) {
                Side side = recording.side().get();
                use = Math.min(use, left.getOrDefault(side, 0));
                left.merge(side, -use, Integer::sum);
            }
            results.add(
                    use == 0 ? Optional.empty() : Optional.of(result(recording.quantity(), values.subList(0, use))));
        }
        return results;
    }

    private static SideResult result(Quantity quantity, List<Force> values) {
        return new SideResult(quantity, TestValue.ofFirst(values.size(), values));
    }

    private static SymmetryOutcome symmetry(List<RecordingAnalysis> analysed, SymmetryQuestion question) {
        Optional<SymmetryRefusal> refusal = refusal(analysed, question);
        if (refusal.isPresent()) {
            return new SymmetryOutcome.Refused(refusal.get());
        }
        return LimbSymmetry.of(
                question.injured().orElseThrow(),
                measurement(Side.LEFT, of(Side.LEFT, analysed)),
                measurement(Side.RIGHT, of(Side.RIGHT, analysed)),
                question.error(),
                question.thresholdPercent());
    }

    private static Optional<SymmetryRefusal> refusal(List<RecordingAnalysis> analysed, SymmetryQuestion question) {
        List<RecordingAnalysis> sided =
                analysed.stream().filter(r -> r.side().isPresent()).toList();
        if (!question.symmetryDefined()) {
            return Optional.of(SymmetryRefusal.BRIDGE_BILATERAL_TEST);
        }
        if (countOf(analysed, Side.LEFT) == 0 || countOf(analysed, Side.RIGHT) == 0) {
            return Optional.of(SymmetryRefusal.MISSING_SIDE);
        }
        if (question.injured().isEmpty()) {
            return Optional.of(SymmetryRefusal.NO_INJURED_SIDE);
        }
        return quantities(sided).size() > 1 ? Optional.of(SymmetryRefusal.NOT_COMPARABLE) : Optional.empty();
    }

    /** Files carry no wall time, so both sides stand at 0: how far apart they were tested is not checked. */
    private static SideMeasurement measurement(Side side, List<RecordingAnalysis> own) {
        List<Force> baselines = new ArrayList<>();
        Force noise = Force.ZERO;
        for (RecordingAnalysis recording : own) {
            for (EffortAnalysis effort : recording.valid()) {
                Force ofEffort = effort.effort().baselineNoise();
                baselines.add(effort.effort().baseline());
                noise = ofEffort.compareTo(noise) > 0 ? ofEffort : noise;
            }
        }
        return new SideMeasurement(side, values(own), baselines, noise, 0, Set.of());
    }

    private static List<Force> values(List<RecordingAnalysis> own) {
        List<Force> values = new ArrayList<>();
        for (RecordingAnalysis recording : own) {
            for (EffortAnalysis effort : recording.valid()) {
                effort.force(recording.quantity().metricId()).ifPresent(values::add);
            }
        }
        return values;
    }

    private static List<RecordingAnalysis> of(Side side, List<RecordingAnalysis> analysed) {
        return analysed.stream().filter(r -> r.side().equals(Optional.of(side))).toList();
    }

    private static int countOf(List<RecordingAnalysis> analysed, Side side) {
        return values(of(side, analysed)).size();
    }

    private static Set<Quantity> quantities(List<RecordingAnalysis> analysed) {
        return analysed.stream()
                .filter(r -> !r.valid().isEmpty())
                .map(RecordingAnalysis::quantity)
                .collect(Collectors.toUnmodifiableSet());
    }
}
