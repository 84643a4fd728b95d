package org.plinth.web.analyse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.plinth.core.effort.EffortFlag;
import org.plinth.core.metric.Withholding;
import org.plinth.core.signal.Gap;
import org.plinth.web.recordingfile.TimeAxis;
import org.plinth.web.recordingfile.UnitOrigin;
import org.plinth.web.text.Texts;

/** The lines about one recording. */
final class RecordingText {

    private static final String INDENT = "  ";
    private static final double MICROS_PER_SECOND = 1e6;

    private final Texts texts;
    private final Words words;

    RecordingText(Texts texts, Words words) {
        this.texts = texts;
        this.words = words;
    }

    List<String> lines(RecordingAnalysis recording) {
        List<String> lines = new ArrayList<>();
        lines.add(heading(recording));
        List<String> about = new ArrayList<>(completeness(recording));
        if (recording.efforts().isEmpty()) {
            about.add(
                    texts.text("analyse.no-effort", words.force(recording.least()), words.force(recording.greatest())));
        }
        for (EffortAnalysis effort : recording.efforts()) {
            about.add(effortLine(effort, recording.quantity()));
            about.addAll(remarks(effort));
        }
        about.forEach(line -> lines.add(INDENT + line));
        return lines;
    }

    private String heading(RecordingAnalysis recording) {
        String name = recording
                .side()
                .map(side -> texts.text("analyse.file-side", recording.file(), words.side(side)))
                .orElse(recording.file());
        String unit = texts.text(
                recording.unitOrigin() == UnitOrigin.HEADER_KILOGRAM ? "analyse.unit.kg" : "analyse.unit",
                recording.unit().symbol(),
                recording.column());
        String seconds = words.seconds(recording.durationMicros() / MICROS_PER_SECOND);
        return recording
                .quality()
                .map(quality -> texts.text(
                        "analyse.recording",
                        name,
                        recording.samples(),
                        seconds,
                        words.rate(quality.sampleRateHz()),
                        unit))
                .orElseGet(() -> texts.text("analyse.recording-of-one-sample", name, unit));
    }

    private List<String> completeness(RecordingAnalysis recording) {
        List<String> lines = new ArrayList<>();
        if (recording.blankRows() > 0) {
            lines.add(texts.count("analyse.blanks", recording.blankRows(), longest(recording, Gap.Kind.BLANK)));
        }
        if (recording.duplicateRows() > 0) {
            lines.add(texts.count("analyse.duplicates", recording.duplicateRows()));
        }
        long lost = recording.gaps().stream()
                .filter(gap -> gap.kind() == Gap.Kind.LINK)
                .count();
        if (lost > 0) {
            lines.add(texts.count("analyse.gaps", lost, longest(recording, Gap.Kind.LINK)));
        }
        if (recording.timeAxis() instanceof TimeAxis.Rate) {
            lines.add(texts.text("analyse.uncountable"));
        }
        return lines;
    }

    private String longest(RecordingAnalysis recording, Gap.Kind kind) {
        long micros = recording.gaps().stream()
                .filter(gap -> gap.kind() == kind)
                .mapToLong(Gap::durationMicros)
                .max()
                .orElse(0);
        return words.seconds(micros / MICROS_PER_SECOND);
    }

    private String effortLine(EffortAnalysis effort, Quantity quantity) {
        String peakAt = words.seconds(effort.timeOfPeakMicros() / MICROS_PER_SECOND);
        String number = Integer.toString(effort.effort().number());
        String greatest = effort.force(Quantity.GREATEST_SAMPLE.metricId())
                .map(words::force)
                .orElseGet(() -> texts.text("analyse.not-measured"));
        if (effort.effort().rejection().isPresent()) {
            String reason =
                    words.name("rejection", effort.effort().rejection().get().name());
            return texts.text("analyse.effort.excluded", number, greatest, peakAt, reason);
        }
        String counts =
                effort.force(quantity.metricId()).map(words::force).orElseGet(() -> texts.text("analyse.not-measured"));
        return texts.text(
                "analyse.effort", number, counts, words.name("metric", quantity.metricId()), greatest, peakAt);
    }

    private List<String> remarks(EffortAnalysis effort) {
        List<String> remarks = new ArrayList<>();
        effort.force("meanForce1s_N")
                .ifPresent(mean -> remarks.add(texts.text("analyse.best-second", words.force(mean))));
        if (effort.pretensionPercent().isPresent() && effort.effort().flags().contains(EffortFlag.PRETENSION)) {
            remarks.add(texts.text(
                    "analyse.pretension",
                    words.force(effort.pretension()),
                    words.percent(effort.pretensionPercent().getAsDouble())));
        }
        effort.effort().flags().stream()
                .filter(flag -> flag != EffortFlag.PRETENSION)
                .sorted()
                .forEach(flag -> remarks.add(words.name("flag", flag.name())));
        String withheld = withheld(effort);
        if (!withheld.isEmpty()) {
            remarks.add(texts.text("analyse.withheld", withheld));
        }
        return remarks.stream().map(remark -> INDENT + remark).toList();
    }

    /**
     * Grouped by reason, each name once: several windows of one metric read as one. Metrics of longer tests are passed
     * over; that a short effort does not have them is no news.
     */
    private String withheld(EffortAnalysis effort) {
        Map<Withholding, Set<String>> byReason = new LinkedHashMap<>();
        effort.withheld().forEach((metric, reason) -> byReason.computeIfAbsent(reason, any -> new LinkedHashSet<>())
                .add(words.name("metric", metric)));
        byReason.remove(Withholding.EFFORT_TOO_SHORT);
        return byReason.entrySet().stream()
                .map(entry -> texts.text(
                        "analyse.withheld.reason",
                        String.join(", ", entry.getValue()),
                        words.name("withholding", entry.getKey().name())))
                .collect(Collectors.joining("; "));
    }
}
