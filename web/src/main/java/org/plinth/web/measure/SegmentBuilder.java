package org.plinth.web.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.plinth.core.change.Baseline;
import org.plinth.core.change.DetectableChange;
import org.plinth.core.change.VisitPoint;
import org.plinth.core.position.Fixation;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.position.PositionChange;
import org.plinth.core.position.TestPosition;
import org.plinth.core.quantity.Force;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.series.SeriesKey;
import org.plinth.core.statistics.Sample;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.SideResult;

/** One stretch of results of one series → points, baseline and change (decisions M3, M12, M13, M16, M19). */
final class SegmentBuilder {

    /** Another clinician's hands: the error is this much greater (decision M3, an engineering value). */
    private static final double OTHER_HANDS = 1.5;

    private static final Set<ResultFlag> HOLLOW =
            EnumSet.of(ResultFlag.UNCALIBRATED, ResultFlag.CALIBRATION_SUSPECT, ResultFlag.PAIN_LIMITED);

    private SegmentBuilder() {}

    static Segment build(
            List<SideResult> stretch,
            Set<SeriesBreak> because,
            List<PositionChange> changes,
            Optional<TestPosition> made,
            Episode episode) {
        SeriesKey key = stretch.get(0).key();
        List<CoursePoint> points = points(stretch);
        Optional<MeasurementError> error = error(stretch, made);
        List<VisitPoint> seen = points.stream()
                .map(point -> new VisitPoint(key, point.date(), point.value(), !point.hollow()))
                .toList();
        Optional<Baseline> baseline = Baseline.of(seen, episode.treatmentStartedOn());
        return new Segment(
                key,
                points,
                because,
                changes,
                error,
                baseline.map(base -> band(base, seen, error)),
                ChangeJudge.judge(seen, baseline, error));
    }

    private static List<CoursePoint> points(List<SideResult> stretch) {
        String firstClinician = stretch.get(0).provenance().clinician();
        Map<LocalDate, List<SideResult>> byDate = new TreeMap<>();
        stretch.forEach(result ->
                byDate.computeIfAbsent(result.date(), date -> new ArrayList<>()).add(result));
        return byDate.entrySet().stream()
                .map(day -> point(day.getKey(), day.getValue(), firstClinician))
                .toList();
    }

    private static CoursePoint point(LocalDate date, List<SideResult> results, String firstClinician) {
        Set<ResultFlag> flags = EnumSet.noneOf(ResultFlag.class);
        results.forEach(result -> flags.addAll(result.value().flags()));
        if (results.stream().anyMatch(result -> !result.provenance().clinician().equals(firstClinician))) {
            flags.add(ResultFlag.DIFFERENT_CLINICIAN);
        }
        return new CoursePoint(
                date,
                geometricMean(
                        results.stream().map(result -> result.value().best()).toList()),
                geometricMean(
                        results.stream().map(result -> result.value().mean()).toList()),
                results.stream().mapToInt(result -> result.value().k()).min().orElseThrow(),
                flags,
                flags.stream().anyMatch(HOLLOW::contains),
                results);
    }

    /** Of positive forces; a result that is not positive cannot be judged on the ratio scale and is averaged as it is. */
    static Force geometricMean(List<Force> values) {
        if (values.size() == 1) {
            return values.get(0);
        }
        boolean onRatioScale = values.stream().allMatch(value -> value.newtons() > 0);
        if (!onRatioScale) {
            return new Force(mean(values, Force::newtons));
        }
        return new Force(StrictMath.exp(mean(values, value -> StrictMath.log(value.newtons()))));
    }

    private static double mean(List<Force> values, ToDoubleFunction<Force> of) {
        return Sample.of(values.stream().mapToDouble(of).toArray()).mean();
    }

    private static Optional<MeasurementError> error(List<SideResult> stretch, Optional<TestPosition> made) {
        Fixation fixation = stretch.get(0).fixation();
        boolean otherHands = fixation == Fixation.HAND_HELD
                && stretch.stream()
                                .map(result -> result.provenance().clinician())
                                .distinct()
                                .count()
                        > 1;
        return made.flatMap(position -> position.error(fixation))
                .map(error -> otherHands
                        ? new MeasurementError(
                                error.semPercent() * OTHER_HANDS, error.source() + " × 1.5", error.provisional())
                        : error);
    }

    private static BaselineBand band(Baseline base, List<VisitPoint> seen, Optional<MeasurementError> error) {
        List<LocalDate> dates = seen.stream()
                .filter(point -> point.counts() && point.value().newtons() > 0)
                .limit(base.visits())
                .map(VisitPoint::date)
                .toList();
        return new BaselineBand(
                base.value(), dates, error.map(known -> DetectableChange.around(base.value(), base.visits(), known)));
    }
}
