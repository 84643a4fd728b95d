package org.plinth.web.integrity;

import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.plinth.core.effort.Effort;
import org.plinth.core.metric.MetricResult;
import org.plinth.core.result.TestValue;
import org.plinth.core.symmetry.SymmetryInterval;
import org.plinth.core.symmetry.SymmetryOutcome;
import org.plinth.web.capture.FoundEffort;
import org.plinth.web.measure.SideFigures;
import org.plinth.web.measure.TestFigures;

/** Figures as text that two doubles share only if all their bits are the same: hexadecimal floating point. */
final class ExactText {

    private ExactText() {}

    static String efforts(List<FoundEffort> efforts) {
        return efforts.stream().map(ExactText::effort).collect(Collectors.joining());
    }

    private static String effort(FoundEffort found) {
        Effort effort = found.effort();
        StringBuilder text = new StringBuilder("effort " + effort.number());
        text.append(" segment ").append(found.segment());
        text.append(" us ").append(effort.onsetMicros()).append(' ').append(effort.endMicros());
        text.append(" samples ").append(effort.firstIndex()).append(' ').append(effort.peakIndex());
        text.append(' ').append(effort.lastIndex()).append(" quiet ").append(effort.quietBaseline());
        text.append(" plateau ").append(effort.plateau().startMicros());
        text.append(' ').append(effort.plateau().endMicros());
        text.append(" baseline ").append(hex(effort.baseline().newtons()));
        text.append(" noise ").append(hex(effort.baselineNoise().newtons()));
        text.append(" flags ").append(names(effort.flags()));
        text.append(" rejection ")
                .append(effort.rejection().map(Enum::name).orElse("-"))
                .append('\n');
        new TreeMap<>(found.measurements())
                .forEach((id, result) ->
                        text.append(id).append(' ').append(metric(result)).append('\n'));
        return text.toString();
    }

    private static String metric(MetricResult result) {
        return result.withholding().map(Enum::name).orElseGet(() -> hex(result.value()));
    }

    static String figures(TestFigures figures) {
        return "left " + figures.left().map(ExactText::side).orElse("-\n") + "right "
                + figures.right().map(ExactText::side).orElse("-\n") + symmetry(figures.symmetry());
    }

    private static String side(SideFigures side) {
        TestValue value = side.value();
        return value.k() + " " + hex(value.best().newtons()) + " "
                + hex(value.mean().newtons()) + " " + hex(value.cvPercent()) + " " + names(value.flags()) + " "
                + side.provenance().inputHash() + "\n";
    }

    private static String symmetry(SymmetryOutcome outcome) {
        if (outcome.symmetry().isEmpty()) {
            return "refused " + outcome + "\n";
        }
        SymmetryOutcome.Symmetry symmetry = outcome.symmetry().get();
        String interval = symmetry.interval().map(ExactText::interval).orElse("-");
        return "symmetry " + symmetry.k() + " " + hex(symmetry.percent()) + " " + hex(symmetry.percentOfMeans()) + " "
                + hex(symmetry.percentNet()) + " " + interval + " " + symmetry.state() + " "
                + names(symmetry.flags()) + "\n";
    }

    private static String interval(SymmetryInterval interval) {
        return hex(interval.low95()) + " " + hex(interval.high95()) + " " + hex(interval.low80()) + " "
                + hex(interval.high80()) + " " + hex(interval.chanceAtLeastThreshold());
    }

    private static String hex(OptionalDouble value) {
        return value.isPresent() ? hex(value.getAsDouble()) : "-";
    }

    static String hex(double value) {
        return Double.toHexString(value);
    }

    private static String names(Collection<? extends Enum<?>> names) {
        return names.stream().map(Enum::name).sorted().collect(Collectors.joining(",", "[", "]"));
    }
}
