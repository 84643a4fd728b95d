package org.plinth.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plinth.core.quantity.Force;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.symmetry.SymmetryOutcome.Symmetry;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.web.measure.Course;
import org.plinth.web.measure.Segment;
import org.plinth.web.measure.SeriesChange.Kind;
import org.plinth.web.measure.SideCourse;
import org.plinth.web.measure.SymmetryPoint;
import org.plinth.web.text.Texts;
import org.plinth.web.words.ChangeWords;
import org.plinth.web.words.FlagWords;
import org.plinth.web.words.NumberLinks;
import org.plinth.web.words.Numbers;
import org.plinth.web.words.Said;
import org.plinth.web.words.Sides;
import org.plinth.web.words.SymmetryWords;

/** A course in the clinician's words: the newest test first, then each side, then the table. */
final class PositionViews {

    static final int WIDE_PX = 920;
    static final int STRENGTH_PX = 340;
    private static final int SYMMETRY_PX = 300;

    private final Texts texts;
    private final Numbers numbers;
    private final Sides sides;
    private final FlagWords flags;
    private final SymmetryWords symmetry;
    private final ChangeWords change;

    PositionViews(Texts texts, Numbers numbers) {
        this.texts = texts;
        this.numbers = numbers;
        this.sides = new Sides(texts);
        this.flags = new FlagWords(texts);
        this.symmetry = new SymmetryWords(texts, numbers);
        this.change = new ChangeWords(texts, numbers);
    }

    PositionView of(Course course, Involvement involvement, String patientHref) {
        NumberLinks links = NumberLinks.ofCourse(patientHref, course.position().id());
        CourseTable table = new CourseTable(texts, numbers, course, links);
        Optional<SymmetryPoint> newest = course.symmetries().stream().reduce((a, b) -> b);
        Optional<Symmetry> ratio =
                newest.flatMap(point -> point.symmetry().outcome().symmetry());
        NumberLinks tested = newest.map(SymmetryPoint::symmetry)
                .map(stored -> links.at(stored.visit(), stored.test()))
                .orElse(links);
        String charts = patientHref + "/charts/" + course.position().id() + "/";
        return new PositionView(
                course.position().id(),
                course.position().name(),
                texts.text(
                        "page.patient.when",
                        table.newestDate().map(numbers::date).orElse("")),
                tested.of(headline(course, newest)),
                ratio.map(symmetry::state).map(tested::of),
                ratio.flatMap(symmetry::basis).map(tested::of),
                tested.of(warnings(course, ratio)),
                List.of(words(course.left(), involvement, links), words(course.right(), involvement, links)),
                strength(course, charts),
                course.symmetries().stream()
                                .anyMatch(point ->
                                        point.symmetry().outcome().symmetry().isPresent())
                        ? Optional.of(ratioChart(course, charts))
                        : Optional.empty(),
                breaks(course),
                numbers.unit().symbol(),
                table.rows());
    }

    /** The sides of the newest symmetry's own test, so that the numbers are those of its ratio. */
    private Said headline(Course course, Optional<SymmetryPoint> newest) {
        return newest.map(point -> symmetry.sentence(
                        tested(course.left(), point),
                        tested(course.right(), point),
                        point.symmetry().outcome()))
                .orElseGet(() -> symmetry.values(
                        course.left().newest().map(p -> p.value()),
                        course.right().newest().map(p -> p.value())));
    }

    private static Optional<Force> tested(SideCourse side, SymmetryPoint point) {
        return side.points().stream()
                .flatMap(p -> p.results().stream())
                .filter(result -> result.test().equals(point.symmetry().test()))
                .map(result -> result.value().best())
                .findFirst();
    }

    private List<Said> warnings(Course course, Optional<Symmetry> ratio) {
        List<Said> said = new ArrayList<>();
        ratio.ifPresent(known -> {
            flags.results(known.flags().stream()
                            .filter(flag -> flag != ResultFlag.PROVISIONAL_ERROR)
                            .toList())
                    .forEach(flag -> said.add(Said.words(flag)));
            symmetry.pretension(known).ifPresent(said::add);
        });
        course.injured()
                .map(injured -> course.side(injured.other()))
                .flatMap(SideCourse::current)
                .map(segment -> segment.change().kind())
                .filter(kind -> kind == Kind.WEAKER || kind == Kind.POSSIBLY_WEAKER)
                .ifPresent(kind -> said.add(Said.words(texts.text("page.flag.UNINJURED_WEAKER"))));
        return said;
    }

    private PositionView.SideWords words(SideCourse course, Involvement involvement, NumberLinks links) {
        return new PositionView.SideWords(
                Frames.css(course.side()),
                sides.withRole(course.side(), involvement),
                links.of(course.current()
                        .map(change::sentences)
                        .orElseGet(() -> List.of(Said.words(texts.text("page.change.none"))))));
    }

    private ChartView strength(Course course, String charts) {
        String caption = texts.text(
                CourseSeries.hasBand(course) ? "page.patient.chart.strength" : "page.patient.chart.strength.noband");
        return new ChartView(
                charts + "strength.svg",
                texts.text("page.patient.chart.title", course.position().name()),
                caption,
                WIDE_PX,
                STRENGTH_PX);
    }

    private ChartView ratioChart(Course course, String charts) {
        return new ChartView(
                charts + "symmetry.svg",
                texts.text(
                        "page.patient.chart.symmetry.title", course.position().name()),
                texts.text("page.patient.chart.symmetry"),
                WIDE_PX,
                SYMMETRY_PX);
    }

    private List<String> breaks(Course course) {
        List<String> said = new ArrayList<>();
        for (Side side : Side.values()) {
            for (Segment segment : course.side(side).segments()) {
                if (!segment.breakBecause().isEmpty()) {
                    said.add(texts.text(
                            "page.break.sentence",
                            sides.name(side),
                            numbers.date(segment.points().get(0).date()),
                            flags.breaks(segment)));
                }
            }
        }
        return said;
    }
}
