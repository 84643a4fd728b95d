package org.plinth.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.plinth.core.quantity.Force;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.symmetry.SymmetryOutcome.Symmetry;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.web.measure.Course;
import org.plinth.web.measure.CoursePoint;
import org.plinth.web.measure.Segment;
import org.plinth.web.measure.SeriesChange.Kind;
import org.plinth.web.measure.SideCourse;
import org.plinth.web.measure.SymmetryPoint;
import org.plinth.web.text.Texts;
import org.plinth.web.trust.TrustBook;
import org.plinth.web.words.ChangeWords;
import org.plinth.web.words.FlagWords;
import org.plinth.web.words.NumberLinks;
import org.plinth.web.words.Numbers;
import org.plinth.web.words.Said;
import org.plinth.web.words.Sides;
import org.plinth.web.words.SymmetryWords;
import org.plinth.web.words.TrustWords;

/** A course in the clinician's words: the newest test first, then each side, then the table. */
final class PositionViews {

    static final int WIDE_PX = 920;
    static final int STRENGTH_PX = 340;
    private static final int SYMMETRY_PX = 300;

    private static final Set<ResultFlag> SAID_ELSEWHERE =
            Set.of(ResultFlag.PROVISIONAL_ERROR, ResultFlag.UNCALIBRATED, ResultFlag.CALIBRATION_SUSPECT);

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

    PositionView of(Course course, Involvement involvement, String patientHref, TrustBook trust) {
        NumberLinks links = NumberLinks.ofCourse(patientHref, course.position().id());
        CourseTable table = new CourseTable(texts, numbers, course, links, trust, CourseTable.Reader.CLINICIAN);
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
                tested.of(warnings(course, ratio, trust)),
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

    /** The value of this side in the test of this symmetry. */
    static Optional<Force> tested(SideCourse side, SymmetryPoint point) {
        return side.points().stream()
                .flatMap(p -> p.results().stream())
                .filter(result -> result.test().equals(point.symmetry().test()))
                .map(result -> result.value().best())
                .findFirst();
    }

    private List<Said> warnings(Course course, Optional<Symmetry> ratio, TrustBook trust) {
        List<Said> said = new ArrayList<>();
        ratio.ifPresent(known -> {
            flags.results(known.flags().stream()
                            .filter(flag -> !SAID_ELSEWHERE.contains(flag))
                            .toList())
                    .forEach(flag -> said.add(Said.words(flag)));
            symmetry.pretension(known).ifPresent(said::add);
        });
        newestTrust(course, trust).forEach(sentence -> said.add(Said.words(sentence)));
        notSeen(course).ifPresent(said::add);
        course.injured()
                .map(injured -> course.side(injured.other()))
                .flatMap(SideCourse::current)
                .map(segment -> segment.change().kind())
                .filter(kind -> kind == Kind.WEAKER || kind == Kind.POSSIBLY_WEAKER)
                .ifPresent(kind -> said.add(Said.words(texts.text("page.flag.UNINJURED_WEAKER"))));
        return said;
    }

    /** What is wrong with the newest tests of both sides, each said once. */
    private List<String> newestTrust(Course course, TrustBook trust) {
        TrustWords words = new TrustWords(texts, numbers);
        return Stream.of(course.left(), course.right())
                .flatMap(side -> side.newest().stream())
                .flatMap(point -> point.results().stream())
                .flatMap(result -> words.sentences(trust.of(result)).stream())
                .distinct()
                .toList();
    }

    /** Dates of results from a kind of sensor that was never tried, as the charts show them without a word. */
    private Optional<Said> notSeen(Course course) {
        List<String> dates = Stream.of(Side.values())
                .flatMap(side -> course.side(side).points().stream())
                .filter(point -> point.flags().contains(ResultFlag.NOT_SEEN_ON_HARDWARE))
                .map(CoursePoint::date)
                .distinct()
                .sorted()
                .map(numbers::date)
                .toList();
        return dates.isEmpty()
                ? Optional.empty()
                : Optional.of(Said.words(texts.text("page.seen.dates", String.join(", ", dates))));
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
