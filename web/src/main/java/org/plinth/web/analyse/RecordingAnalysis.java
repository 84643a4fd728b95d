package org.plinth.web.analyse;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plinth.core.quantity.Force;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.core.signal.Gap;
import org.plinth.core.signal.TraceQuality;
import org.plinth.core.visit.Side;
import org.plinth.web.recordingfile.TimeAxis;
import org.plinth.web.recordingfile.UnitOrigin;

/**
 * One recording with its efforts.
 *
 * @param file the name it was given by
 * @param side whose it is, where that was said
 * @param unit of the file's force column
 * @param unitOrigin how the unit is known
 * @param column name of the force column
 * @param timeAxis where the times come from
 * @param samples numbers in the force column, repeats left out
 * @param firstSampleMicros time of the first of them from the first row of the file
 * @param durationMicros from the first to the last
 * @param blankRows rows without a number
 * @param duplicateRows exact repeats left out
 * @param least the lowest sample
 * @param greatest the highest sample
 * @param quality how its samples follow each other; empty for a single sample
 * @param gaps all of them in order: those between samples, and blank rows before the first and after the last sample
 * @param quantity what its efforts are compared by
 * @param efforts in order, rejected ones included
 */
public record RecordingAnalysis(
        String file,
        Optional<Side> side,
        ForceUnit unit,
        UnitOrigin unitOrigin,
        String column,
        TimeAxis timeAxis,
        int samples,
        long firstSampleMicros,
        long durationMicros,
        long blankRows,
        long duplicateRows,
        Force least,
        Force greatest,
        Optional<TraceQuality> quality,
        List<Gap> gaps,
        Quantity quantity,
        List<EffortAnalysis> efforts) {

    /** Copies the lists. */
    public RecordingAnalysis {
        gaps = List.copyOf(gaps);
        efforts = List.copyOf(efforts);
    }

    /** The efforts that count, in order. */
    public List<EffortAnalysis> valid() {
        return efforts.stream().filter(effort -> effort.isValid(quantity)).toList();
    }

    /** The effort whose baseline stands for the recording: the strongest that counts, or else the strongest. */
    public Optional<EffortAnalysis> leading() {
        List<EffortAnalysis> from = valid().isEmpty() ? efforts : valid();
        return from.stream().max(Comparator.comparing(effort -> effort.values()
                .getOrDefault(Quantity.GREATEST_SAMPLE.metricId(), Double.NEGATIVE_INFINITY)));
    }
}
