package org.plinth.web.analyse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.plinth.core.effort.Effort;
import org.plinth.core.effort.EffortFinder;
import org.plinth.core.metric.Metric;
import org.plinth.core.metric.MetricResult;
import org.plinth.core.metric.Withholding;
import org.plinth.core.quantity.Force;
import org.plinth.core.signal.ForceTrace;
import org.plinth.core.signal.Gap;
import org.plinth.core.visit.Side;
import org.plinth.web.recordingfile.Recording;

/** Finds and measures the efforts of one recording. Stateless; any thread. */
final class RecordingAnalyser {

    private final List<Metric> metrics;

    RecordingAnalyser(List<Metric> metrics) {
        this.metrics = List.copyOf(metrics);
    }

    RecordingAnalysis analyse(Recording recording, Optional<Side> side) {
        ForceTrace trace = recording.trace();
        return new RecordingAnalysis(
                recording.file(),
                side,
                recording.unit(),
                recording.unitOrigin(),
                recording.column(),
                recording.timeAxis(),
                trace.size(),
                trace.micros(0),
                trace.durationMicros(),
                recording.blankRows(),
                recording.duplicateRows(),
                new Force(samples(trace).min().orElseThrow()),
                new Force(samples(trace).max().orElseThrow()),
                trace.quality(),
                gaps(recording),
                Quantity.of(trace),
                efforts(trace));
    }

    private static DoubleStream samples(ForceTrace trace) {
        return IntStream.range(0, trace.size()).mapToDouble(trace::newtons);
    }

    private static List<Gap> gaps(Recording recording) {
        ForceTrace trace = recording.trace();
        long first = trace.micros(0);
        long last = trace.micros(trace.size() - 1);
        List<Gap> gaps = new ArrayList<>();
        if (first > 0) {
            gaps.add(new Gap(-first, first, (int) recording.blankRowsAtStart(), Gap.Kind.BLANK));
        }
        trace.quality().ifPresent(known -> gaps.addAll(known.gaps()));
        if (recording.lastRowMicros() > last) {
            gaps.add(new Gap(
                    last - first, recording.lastRowMicros() - last, (int) recording.blankRowsAtEnd(), Gap.Kind.BLANK));
        }
        return gaps;
    }

    private List<EffortAnalysis> efforts(ForceTrace trace) {
        return EffortFinder.find(trace).stream()
                .map(effort -> measure(trace, effort))
                .toList();
    }

    private EffortAnalysis measure(ForceTrace trace, Effort effort) {
        Map<String, Double> values = new LinkedHashMap<>();
        Map<String, Withholding> withheld = new LinkedHashMap<>();
        for (Metric metric : metrics) {
            MetricResult result = metric.measure(trace, effort);
            result.value().ifPresent(value -> values.put(metric.id(), value));
            result.withholding().ifPresent(reason -> withheld.put(metric.id(), reason));
        }
        return new EffortAnalysis(effort, trace.micros(effort.peakIndex()), values, withheld);
    }
}
