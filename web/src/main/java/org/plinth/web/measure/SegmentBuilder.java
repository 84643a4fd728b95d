package org.plinth.web.measure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.plinth.core.change.DetectableChange;
import org.plinth.core.position.Fixation;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.position.TestPosition;
import org.plinth.core.quantity.Force;
import org.plinth.core.result.ResultFlag;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.SideResult;

/** One stretch of results of one series → points, baseline and change (decisions M3, M12, M13, M16, M19). */
final class SegmentBuilder {

    /** Two visits make one baseline when they lie at most this far apart (decision M12). */
    private static final long BASELINE_DAYS = 14;

    /** Another clinician's hands: the error is this much greater (decision M3, an engineering value). */
    private static final double OTHER_HANDS = 1.5;

    private static final Set<ResultFlag> HOLLOW =
            EnumSet.of(ResultFlag.UNCALIBRATED, ResultFlag.CALIBRATION_SUSPECT, ResultFlag.PAIN_LIMITED);

    private SegmentBuilder() {}

    static Segment build(List<SideResult> stretch, Set<SeriesBreak> because, TestPosition position, Episode episode) {
        List<CoursePoint> points = points(stretch);
        Optional<MeasurementError> error = error(stretch, position);
        List<CoursePoint> judged =
                points.stream().filter(point -> !point.hollow()).toList();
        List<CoursePoint> first = baselinePoints(judged, episode);
        Optional<BaselineBand> baseline = first.isEmpty() ? Optional.empty() : Optional.of(band(first, error));
        SeriesChange change = ChangeJudge.judge(points, judged, baseline, error);
        return new Segment(stretch.get(0).key(), points, because, error, baseline, change);
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
        if (values.stream().anyMatch(value -> value.newtons() <= 0)) {
            return new Force(
                    values.stream().mapToDouble(Force::newtons).average().orElseThrow());
        }
        return new Force(Math.exp(values.stream()
                .mapToDouble(value -> Math.log(value.newtons()))
                .average()
                .orElseThrow()));
    }

    private static Optional<MeasurementError> error(List<SideResult> stretch, TestPosition position) {
        Fixation fixation = stretch.get(0).fixation();
        boolean otherHands = fixation == Fixation.HAND_HELD
                && stretch.stream()
                                .map(result -> result.provenance().clinician())
                                .distinct()
                                .count()
                        > 1;
        return position.error(fixation)
                .map(error -> otherHands
                        ? new MeasurementError(
                                error.semPercent() * OTHER_HANDS, error.source() + " × 1.5", error.provisional())
                        : error);
    }

    private static List<CoursePoint> baselinePoints(List<CoursePoint> judged, Episode episode) {
        if (judged.isEmpty() || judged.get(0).value().newtons() <= 0) {
            return List.of();
        }
        if (judged.size() >= 2 && belongsToBaseline(judged.get(0), judged.get(1), episode)) {
            return judged.subList(0, 2);
        }
        return judged.subList(0, 1);
    }

    private static boolean belongsToBaseline(CoursePoint first, CoursePoint second, Episode episode) {
        boolean near = ChronoUnit.DAYS.between(first.date(), second.date()) <= BASELINE_DAYS;
        boolean untreated = episode.treatmentStartedOn()
                .map(start -> !second.date().isAfter(start))
                .orElse(true);
        return near && untreated && second.value().newtons() > 0;
    }

    private static BaselineBand band(List<CoursePoint> first, Optional<MeasurementError> error) {
        Force value = geometricMean(first.stream().map(CoursePoint::value).toList());
        return new BaselineBand(
                value,
                first.stream().map(CoursePoint::date).toList(),
                error.map(known -> DetectableChange.around(value, first.size(), known)));
    }
}
