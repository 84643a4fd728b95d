package org.plinth.web.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.plinth.core.symmetry.SymmetryOutcome.Symmetry;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.measure.Course;
import org.plinth.web.measure.CoursePoint;
import org.plinth.web.measure.SymmetryPoint;
import org.plinth.web.text.Texts;
import org.plinth.web.words.FlagWords;
import org.plinth.web.words.Linked;
import org.plinth.web.words.NumberLinks;
import org.plinth.web.words.Numbers;
import org.plinth.web.words.Said;

/** The table beside a chart: the same values, newest first, with what the picture cannot say. */
final class CourseTable {

    private final Texts texts;
    private final Numbers numbers;
    private final Course course;
    private final NumberLinks links;
    private final FlagWords flags;

    CourseTable(Texts texts, Numbers numbers, Course course, NumberLinks links) {
        this.texts = texts;
        this.numbers = numbers;
        this.course = course;
        this.links = links;
        this.flags = new FlagWords(texts);
    }

    Optional<LocalDate> newestDate() {
        return dates().stream().findFirst();
    }

    List<PositionView.Row> rows() {
        return dates().stream().map(this::row).toList();
    }

    private Set<LocalDate> dates() {
        Set<LocalDate> dates = new TreeSet<>(java.util.Comparator.reverseOrder());
        course.left().points().forEach(point -> dates.add(point.date()));
        course.right().points().forEach(point -> dates.add(point.date()));
        course.symmetries().forEach(point -> dates.add(point.date()));
        return dates;
    }

    private PositionView.Row row(LocalDate date) {
        List<CoursePoint> left = points(Side.LEFT, date);
        List<CoursePoint> right = points(Side.RIGHT, date);
        List<SymmetryPoint> ratios = course.symmetries().stream()
                .filter(point -> point.date().equals(date))
                .toList();
        return new PositionView.Row(
                numbers.date(date),
                values(left),
                values(right),
                kept(left, right),
                joined(ratios.stream().map(point -> of(point, percent(point)))),
                joined(ratios.stream().map(point -> of(point, likely(point)))),
                notes(date, left, right));
    }

    private List<CoursePoint> points(Side side, LocalDate date) {
        return course.side(side).points().stream()
                .filter(point -> point.date().equals(date))
                .toList();
    }

    private Linked values(List<CoursePoint> points) {
        return points.isEmpty()
                ? Linked.words(texts.text("page.unknown.notmeasured"))
                : joined(points.stream().map(this::value));
    }

    /** Of two visits on one date: their mean, which is the course's own. */
    private Linked value(CoursePoint point) {
        SideResult result = point.results().get(0);
        Side side = result.key().side();
        String text = numbers.force(point.value());
        return point.results().size() > 1
                ? links.of(Said.ofDay(text, "dayValue_N", side, result.id().toString()))
                : links.at(result.visit(), result.test()).of(Said.number(text, "value_N", side));
    }

    private Linked of(SymmetryPoint point, Said said) {
        return links.at(point.symmetry().visit(), point.symmetry().test()).of(said);
    }

    private Said percent(SymmetryPoint point) {
        return point.symmetry()
                .outcome()
                .symmetry()
                .map(symmetry -> Said.number(numbers.percent(symmetry.percent()), "lsi_pct"))
                .orElseGet(() -> Said.words(texts.text("page.symmetry.short.refused")));
    }

    private Said likely(SymmetryPoint point) {
        return point.symmetry()
                .outcome()
                .symmetry()
                .flatMap(Symmetry::interval)
                .map(interval -> Said.of(
                        texts,
                        "page.table.likely.value",
                        Said.number(numbers.whole(interval.low95()), "lsiLow_pct"),
                        Said.number(numbers.percent(interval.high95()), "lsiHigh_pct")))
                .orElseGet(() -> Said.words(texts.text("page.unknown.notknown")));
    }

    private Linked joined(Stream<Linked> parts) {
        List<Linked> all = parts.toList();
        return all.isEmpty() ? Linked.words(texts.text("page.unknown.notknown")) : Linked.joined(all, "; ");
    }

    private String kept(List<CoursePoint> left, List<CoursePoint> right) {
        return texts.text(
                "page.table.kept.value",
                sum(left, Count.KEPT),
                sum(left, Count.MADE),
                sum(right, Count.KEPT),
                sum(right, Count.MADE));
    }

    private enum Count {
        KEPT,
        MADE
    }

    private static int sum(List<CoursePoint> points, Count what) {
        return points.stream()
                .flatMap(point -> point.results().stream())
                .mapToInt(what == Count.KEPT ? SideResult::effortsKept : SideResult::effortsMade)
                .sum();
    }

    private String notes(LocalDate date, List<CoursePoint> left, List<CoursePoint> right) {
        Set<String> notes = new LinkedHashSet<>();
        List<CoursePoint> both = new ArrayList<>(left);
        both.addAll(right);
        both.forEach(point -> notes.addAll(flags.results(point.flags())));
        if (both.stream().anyMatch(point -> point.results().size() > 1)) {
            notes.add(texts.text("page.table.notes.two"));
        }
        for (Side side : Side.values()) {
            course.side(side).segments().stream()
                    .filter(segment -> !segment.breakBecause().isEmpty())
                    .filter(segment -> segment.points().get(0).date().equals(date))
                    .map(flags::breaks)
                    .forEach(notes::add);
        }
        return notes.isEmpty() ? texts.text("page.table.notes.none") : String.join("; ", notes);
    }
}
