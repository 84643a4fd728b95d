package org.plinth.web.capture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.plinth.core.effort.Effort;
import org.plinth.core.effort.EffortFinder;
import org.plinth.core.effort.Rejection;
import org.plinth.core.metric.Metric;
import org.plinth.core.metric.MetricResult;
import org.plinth.core.metric.Metrics;
import org.plinth.core.signal.ForceTrace;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Trial;
import org.plinth.web.measure.Engine;
import org.plinth.web.store.RecordingStore;

/**
 * An effort of a recording with all that is measured about it.
 *
 * @param segment in which stretch of the sensor's clock, from 0; its sample numbers are of that trace
 * @param effort numbered through the whole recording
 * @param measurements by metric id
 */
public record FoundEffort(int segment, Effort effort, Map<String, MetricResult> measurements) {

    /** Copies the map. */
    public FoundEffort {
        measurements = Map.copyOf(measurements);
    }

    /** All efforts of a recording, in the order they were made. Pure. */
    public static List<FoundEffort> in(RecordedForce force) {
        List<FoundEffort> found = new ArrayList<>();
        for (int segment = 0; segment < force.segments().size(); segment++) {
            ForceTrace trace = force.segments().get(segment);
            for (Effort effort : EffortFinder.find(trace)) {
                Effort kept = trusted(numbered(effort, found.size() + 1), force.zero());
                found.add(new FoundEffort(segment, kept, measure(trace, kept)));
            }
        }
        return found;
    }

    /** What computed the measurements. */
    public static RecordingStore.Engine engine() {
        Map<String, Integer> versions = new HashMap<>();
        Metrics.ALL.forEach(metric -> versions.put(metric.id(), metric.version()));
        return new RecordingStore.Engine(Engine.VERSION, versions);
    }

    /** As first stored: a candidate, or excluded with the finder's reason. */
    public Trial toTrial(Id<Recording> recording, RandomGenerator ids) {
        return new Trial(
                Id.random(ids),
                recording,
                1,
                effort,
                measurements,
                effort.isCandidate() ? Trial.State.CANDIDATE : Trial.State.EXCLUDED,
                effort.rejection().map(Enum::name),
                OptionalInt.empty());
    }

    private static Map<String, MetricResult> measure(ForceTrace trace, Effort effort) {
        Map<String, MetricResult> measured = new HashMap<>();
        for (Metric metric : Metrics.ALL) {
            measured.put(metric.id(), metric.measure(trace, effort));
        }
        return measured;
    }

    /** Where the sensor lost its zero, that outranks whatever else is wrong with an effort: nobody may keep it. */
    private static Effort trusted(Effort effort, ZeroHeld zero) {
        return zero.rejection().isPresent() ? with(effort, effort.number(), zero.rejection()) : effort;
    }

    private static Effort numbered(Effort effort, int number) {
        return effort.number() == number ? effort : with(effort, number, effort.rejection());
    }

    private static Effort with(Effort effort, int number, Optional<Rejection> rejection) {
        return new Effort(
                number,
                effort.onsetMicros(),
                effort.endMicros(),
                effort.firstIndex(),
                effort.peakIndex(),
                effort.lastIndex(),
                effort.baseline(),
                effort.baselineNoise(),
                effort.quietBaseline(),
                effort.plateau(),
                effort.flags(),
                rejection);
    }
}
