package org.plinth.web.analyse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plinth.core.effort.Effort;
import org.plinth.core.effort.EffortFinder;
import org.plinth.core.metric.Metric;
import org.plinth.core.metric.MetricResult;
import org.plinth.core.metric.Withholding;
import org.plinth.core.quantity.Force;
import org.plinth.core.signal.ForceTrace;
import org.plinth.core.signal.Gap;
import org.plinth.core.signal.TraceQuality;
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
        Optional<TraceQuality> quality = TraceQuality.of(trace);
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < trace.size(); i++) {
            least = Math.min(least, trace.newtons(i));
            greatest = Math.max(greatest, trace.newtons(i));
        }
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
                new Force(least),
                new Force(greatest),
                quality,
                gaps(recording, quality),
                quality.map(q -> Quantity.at(q.sampleRateHz())).orElse(Quantity.GREATEST_SAMPLE),
                EffortFinder.find(trace).stream()
                        .map(effort -> measure(trace, effort))
                        .toList());
    }

    private static List<Gap> gaps(Recording recording, Optional<TraceQuality> quality) {
        ForceTrace trace = recording.trace();
        long first = trace.micros(0);
        long last = trace.micros(trace.size() - 1);
        List<Gap> gaps = new ArrayList<>();
        if (first > 0) {
            gaps.add(new Gap(-first, first, (int) recording.blankRowsAtStart(), Gap.Kind.BLANK));
        }
        quality.ifPresent(known -> gaps.addAll(known.gaps()));
        if (recording.lastRowMicros() > last) {
            gaps.add(new Gap(
                    last - first, recording.lastRowMicros() - last, (int) recording.blankRowsAtEnd(), Gap.Kind.BLANK));
        }
        return gaps;
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
