package org.plinth.web.outcome;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.TestSymmetry;
import org.plinth.web.measure.Course;
import org.plinth.web.measure.CoursePoint;
import org.plinth.web.measure.Courses;
import org.plinth.web.measure.Restart;
import org.plinth.web.measure.Segment;
import org.plinth.web.measure.SeriesChange;
import org.plinth.web.measure.SymmetryPoint;
import org.plinth.web.progress.NewBaselines;
import org.plinth.web.store.OutcomeStore.OfSide;
import org.plinth.web.trust.Mark;
import org.plinth.web.trust.TrustBook;

/** From an episode's results to its positions, by the same courses that its pages show. */
final class PositionReader {

    private record Key(Id<PositionTest> test, Side side) {}

    private final TrustBook trust;
    private final Courses courses;
    private final Optional<String> only;
    private final Map<Key, Integer> pains = new HashMap<>();
    private final Map<Key, Integer> levers = new HashMap<>();

    PositionReader(
            PositionCatalogue positions,
            TrustBook trust,
            Optional<String> only,
            List<OfSide> pains,
            List<OfSide> levers) {
        this.trust = trust;
        this.courses = new Courses(positions, trust);
        this.only = only;
        pains.forEach(one -> this.pains.put(new Key(one.test(), one.side()), one.value()));
        levers.forEach(one -> this.levers.put(new Key(one.test(), one.side()), one.value()));
    }

    List<PositionOutcome> of(
            Episode episode, List<SideResult> results, List<TestSymmetry> symmetries, List<EpisodeEntry> entries) {
        List<Restart> restarts = NewBaselines.of(episode, entries);
        return courses.of(episode, results, symmetries, restarts).stream()
                .filter(course -> only.map(course.position().id()::equals).orElse(true))
                .map(course -> position(episode, course, results, restarts))
                .toList();
    }

    private PositionOutcome position(Episode episode, Course course, List<SideResult> results, List<Restart> restarts) {
        List<LocalDate> days = Stream.of(Side.values())
                .flatMap(side -> course.side(side).points().stream())
                .map(CoursePoint::date)
                .distinct()
                .toList();
        List<SideResult> here = results.stream()
                .filter(result ->
                        result.key().position().equals(course.position().id()))
                .toList();
        Map<Stage, StageTest> stages = new EnumMap<>(Stage.class);
        StageDays.of(days, episode.closedOn().orElseThrow())
                .forEach((stage, day) -> stages.put(stage, test(episode, course, here, restarts, day)));
        Optional<LocalDate> first = days.stream().min(LocalDate::compareTo);
        return new PositionOutcome(
                course.position(),
                days.size(),
                stages,
                first.flatMap(day -> Symmetry90.followed(day, course.symmetries())),
                restarts);
    }

    /** As it could be judged on that day: later tests are not looked at. */
    private StageTest test(
            Episode episode, Course whole, List<SideResult> results, List<Restart> restarts, LocalDate day) {
        List<SideResult> upTo =
                results.stream().filter(result -> !result.date().isAfter(day)).toList();
        Map<Side, StageTest.SideTest> sides = new EnumMap<>(Side.class);
        for (Course then : courses.of(episode, upTo, List.of(), restarts)) {
            for (Side side : Side.values()) {
                then.side(side)
                        .current()
                        .filter(segment -> segment.newest().date().equals(day))
                        .ifPresent(segment -> sides.put(side, side(side, segment)));
            }
        }
        return new StageTest(
                day,
                sides,
                whole.symmetries().stream()
                        .filter(point -> point.date().equals(day))
                        .reduce((earlier, later) -> later)
                        .map(SymmetryPoint::symmetry));
    }

    private StageTest.SideTest side(Side side, Segment segment) {
        CoursePoint point = segment.newest();
        return new StageTest.SideTest(
                point,
                segment.change(),
                percent(segment.change(), point),
                greatest(pains, side, point),
                greatest(levers, side, point),
                point.results().stream()
                        .map(result -> trust.of(result).marks())
                        .noneMatch(marks -> marks.contains(Mark.UNCALIBRATED) || marks.contains(Mark.EXPIRED)));
    }

    private static OptionalDouble percent(SeriesChange change, CoursePoint point) {
        return change.difference()
                .map(difference -> {
                    double now = point.value().newtons();
                    return OptionalDouble.of(100 * difference.newtons() / (now - difference.newtons()));
                })
                .orElse(OptionalDouble.empty());
    }

    private static OptionalInt greatest(Map<Key, Integer> of, Side side, CoursePoint point) {
        return point.results().stream()
                .map(result -> new Key(result.test(), side))
                .filter(of::containsKey)
                .mapToInt(of::get)
                .max();
    }
}
