package org.plinth.web.progress;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plinth.core.change.VisitPoint;
import org.plinth.core.trend.PrescriptionVerdict;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.measure.Course;
import org.plinth.web.measure.CoursePoint;
import org.plinth.web.measure.Segment;
import org.plinth.web.measure.SeriesBreak;
import org.plinth.web.measure.SideCourse;
import org.plinth.web.progress.PrescriptionBlock.Missing;
import org.plinth.web.progress.PrescriptionBlock.Result;

/** Prescriptions by the day they began, each day with what strength did afterwards. */
public final class PrescriptionBlocks {

    private static final Set<String> ALONGSIDE = Set.of(Prescribed.KIND, "event");

    private final List<EpisodeEntry> entries;
    private final List<Course> courses;
    private final LocalDate today;

    private PrescriptionBlocks(List<EpisodeEntry> entries, List<Course> courses, LocalDate today) {
        this.entries = entries;
        this.courses = courses;
        this.today = today;
    }

    /** Those that have begun, oldest first. */
    public static List<PrescriptionBlock> of(List<EpisodeEntry> entries, List<Course> courses, LocalDate today) {
        return new PrescriptionBlocks(entries, courses, today).blocks();
    }

    private List<PrescriptionBlock> blocks() {
        Map<LocalDate, List<EpisodeEntry>> byDay = entries.stream()
                .filter(entry ->
                        entry.kind().equals(Prescribed.KIND) && !entry.date().isAfter(today))
                .collect(Collectors.groupingBy(EpisodeEntry::date, TreeMap::new, Collectors.toList()));
        List<PrescriptionBlock> blocks = new ArrayList<>();
        byDay.forEach((from, begun) -> blocks.add(block(from, begun)));
        return blocks;
    }

    private PrescriptionBlock block(LocalDate from, List<EpisodeEntry> begun) {
        Set<Side> trained = begun.stream().flatMap(PrescriptionBlocks::sides).collect(Collectors.toSet());
        List<Result> results = courses.stream()
                .flatMap(course -> Stream.of(Side.values())
                        .filter(trained::contains)
                        .map(course::side)
                        .filter(side -> !side.segments().isEmpty())
                        .map(side -> result(course, side, from)))
                .toList();
        return new PrescriptionBlock(from, begun, results, alongside(from, begun, results));
    }

    /** Which legs a prescription trains. */
    public static Stream<Side> sides(EpisodeEntry prescription) {
        String side = prescription.values().getOrDefault("side", "BOTH");
        return Stream.of(Side.values()).filter(one -> side.equals("BOTH") || side.equals(one.name()));
    }

    /** Judged within the series that stood on that day: what was measured otherwise later is no answer. */
    private static Result result(Course course, SideCourse side, LocalDate from) {
        Optional<Segment> before = side.segments().stream()
                .filter(segment -> !segment.points().get(0).date().isAfter(from))
                .reduce((a, b) -> b);
        if (before.isEmpty()) {
            return judged(course, side.segments().get(0), from);
        }
        boolean goesOn = before.get().points().stream().anyMatch(point -> isAfter(point.date(), from));
        boolean later = side.points().stream().anyMatch(point -> isAfter(point.date(), from));
        return later && !goesOn
                ? new Result(course.position(), side.side(), Optional.empty(), Optional.of(broke(side, before.get())))
                : judged(course, before.get(), from);
    }

    private static Missing broke(SideCourse side, Segment before) {
        int next = side.segments().indexOf(before) + 1;
        return side.segments().subList(next, side.segments().size()).stream()
                        .anyMatch(segment -> segment.breakBecause().contains(SeriesBreak.SURGERY)
                                || segment.breakBecause().contains(SeriesBreak.NEW_BASELINE))
                ? Missing.NEW_BASELINE
                : Missing.SERIES_BROKE;
    }

    private static boolean isAfter(LocalDate date, LocalDate from) {
        return ChronoUnit.DAYS.between(from, date) >= PrescriptionVerdict.LEAST_DAYS;
    }

    private static Result judged(Course course, Segment segment, LocalDate from) {
        List<VisitPoint> points = segment.points().stream()
                .map(point -> new VisitPoint(segment.key(), point.date(), point.value(), !point.hollow()))
                .toList();
        Optional<PrescriptionVerdict> verdict =
                segment.error().map(error -> PrescriptionVerdict.of(from, points, error));
        return new Result(
                course.position(),
                segment.key().side(),
                verdict,
                verdict.isPresent() ? Optional.empty() : Optional.of(Missing.NO_MEASUREMENT_ERROR));
    }

    /**
     * What else ran or happened between the last test before and the newest test that was compared, the days of both included; nothing
     * where no test was compared.
     */
    private List<EpisodeEntry> alongside(LocalDate from, List<EpisodeEntry> begun, List<Result> results) {
        List<Result> compared =
                results.stream().filter(result -> after(result).isPresent()).toList();
        Optional<LocalDate> last =
                compared.stream().flatMap(result -> after(result).stream()).max(LocalDate::compareTo);
        LocalDate first = compared.stream()
                .flatMap(result -> lastBefore(from, result).stream())
                .min(LocalDate::compareTo)
                .orElse(from);
        return entries.stream()
                .filter(entry -> ALONGSIDE.contains(entry.kind()) && !begun.contains(entry))
                .filter(entry -> last.filter(day -> !entry.date().isAfter(day)).isPresent()
                        && !end(entry).isBefore(first))
                .toList();
    }

    private static Optional<LocalDate> after(Result result) {
        return result.judged().flatMap(PrescriptionVerdict::figures).map(PrescriptionVerdict.Figures::after);
    }

    private Optional<LocalDate> lastBefore(LocalDate from, Result result) {
        return courses.stream()
                .filter(course -> course.position().equals(result.position()))
                .flatMap(course -> course.side(result.side()).points().stream())
                .map(CoursePoint::date)
                .filter(date -> !date.isAfter(from))
                .max(LocalDate::compareTo);
    }

    /** The last day of it; a prescription without one goes on, an event is one day. */
    private static LocalDate end(EpisodeEntry entry) {
        return Prescribed.until(entry).orElse(entry.kind().equals(Prescribed.KIND) ? LocalDate.MAX : entry.date());
    }
}
