package org.plinth.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.plinth.core.symmetry.SymmetryOutcome.Symmetry;
import org.plinth.core.visit.Side;
import org.plinth.web.chart.OutcomeSeries;
import org.plinth.web.chart.Timeline;
import org.plinth.web.measure.Course;
import org.plinth.web.measure.SideCourse;
import org.plinth.web.measure.SymmetryPoint;
import org.plinth.web.report.Audience;
import org.plinth.web.report.Report.Figure;
import org.plinth.web.report.Report.Grid;
import org.plinth.web.report.Report.Part;
import org.plinth.web.text.Texts;
import org.plinth.web.words.ChangeWords;
import org.plinth.web.words.Linked;
import org.plinth.web.words.MarkWords;
import org.plinth.web.words.NumberLinks;
import org.plinth.web.words.Numbers;
import org.plinth.web.words.Said;
import org.plinth.web.words.Sides;
import org.plinth.web.words.SymmetryWords;
import org.plinth.web.words.TrustWords;

/** One position of a report, in the words of the page that its reader knows. */
final class ReportPositions {

    private final Texts texts;
    private final Numbers numbers;
    private final ReportGround ground;
    private final SymmetryWords symmetry;
    private final NumberLinks links = NumberLinks.toFormulas();

    ReportPositions(Texts texts, Numbers numbers, ReportGround ground) {
        this.texts = texts;
        this.numbers = numbers;
        this.ground = ground;
        this.symmetry = new SymmetryWords(texts, numbers);
    }

    List<Part> of(Audience audience) {
        return ground.courses().stream()
                .map(course -> audience == Audience.PATIENT ? plain(course) : clinical(course, audience))
                .toList();
    }

    private Part clinical(Course course, Audience audience) {
        PositionView view = new PositionViews(texts, numbers)
                .of(
                        course,
                        ground.episode().involvement(),
                        ground.file().href(),
                        ground.file().trust());
        List<String> said = new ArrayList<>();
        said.add(audience.readsCriteria() ? view.headline().text() : withoutLine(course, view));
        if (audience.readsCriteria()) {
            view.state().map(Linked::text).ifPresent(said::add);
        }
        view.basis().map(Linked::text).ifPresent(said::add);
        allEfforts(course).ifPresent(said::add);
        view.flags().stream().map(Linked::text).forEach(said::add);
        view.sides().forEach(side -> said.add(texts.text("progress.said", side.name(), joined(side.sentences()))));
        said.addAll(view.breaks());
        return new Part(
                "position-" + course.position().id(),
                course.position().name(),
                said,
                List.of(),
                List.of(table(course, view)),
                figures(course, view, audience));
    }

    /** Values and ratio, without a word of the reference line (decision S10). */
    private String withoutLine(Course course, PositionView view) {
        Optional<SymmetryPoint> newest = newest(course);
        Optional<Symmetry> ratio =
                newest.flatMap(point -> point.symmetry().outcome().symmetry());
        if (newest.isEmpty() || ratio.isEmpty()) {
            return view.headline().text();
        }
        return symmetry.values(
                        PositionViews.tested(course.left(), newest.get()),
                        PositionViews.tested(course.right(), newest.get()))
                .and(symmetry.likely(ratio.get()))
                .text();
    }

    private static Optional<SymmetryPoint> newest(Course course) {
        return course.symmetries().stream().reduce((a, b) -> b);
    }

    private static String joined(List<Linked> sentences) {
        return String.join(" ", sentences.stream().map(Linked::text).toList());
    }

    /** Where more efforts count than the best of as many on both sides is taken from (decision S12). */
    private Optional<String> allEfforts(Course course) {
        return newest(course)
                .flatMap(point -> point.symmetry().outcome().symmetry().flatMap(shown -> AllEfforts.of(
                                ground.file().trials().apply(point.symmetry().visit()),
                                point.symmetry().test(),
                                shown.injured())
                        .filter(all -> !numbers.percent(all.percent()).equals(numbers.percent(shown.percent())))))
                .map(all -> texts.text(
                        "report.allefforts",
                        numbers.percent(all.percent()),
                        numbers.force(all.left()),
                        numbers.force(all.right()),
                        all.leftCount(),
                        all.rightCount()));
    }

    private Grid table(Course course, PositionView view) {
        List<String> head = List.of(
                texts.text("page.table.date"),
                texts.text("page.table.left", view.unit()),
                texts.text("page.table.right", view.unit()),
                texts.text("page.table.kept"),
                texts.text("page.table.symmetry"),
                texts.text("page.table.likely"),
                texts.text("page.table.notes"));
        List<List<String>> rows = view.rows().stream()
                .map(row -> List.of(
                        row.date(),
                        row.left().text(),
                        row.right().text(),
                        row.kept(),
                        row.symmetry().text(),
                        row.likely().text(),
                        row.notes()))
                .toList();
        return new Grid(label(course), head, rows);
    }

    private String label(Course course) {
        return texts.text("page.patient.table.label", course.position().name());
    }

    private List<Figure> figures(Course course, PositionView view, Audience audience) {
        List<Figure> figures = new ArrayList<>();
        OptionalDouble line = audience.readsCriteria()
                ? OptionalDouble.of(ground.file().clinic().thresholdPercent())
                : OptionalDouble.empty();
        figures.add(figure(
                course,
                "strength",
                view.strength().alt(),
                view.strength().caption(),
                line,
                ground.timeline(texts, numbers, audience)));
        if (audience != Audience.DISCHARGE) {
            view.symmetry()
                    .ifPresent(chart -> figures.add(figure(
                            course,
                            "symmetry",
                            chart.alt(),
                            audience.readsCriteria() ? chart.caption() : texts.text("report.chart.symmetry"),
                            line,
                            Timeline.none())));
        }
        return figures;
    }

    private Figure figure(
            Course course, String kind, String words, String caption, OptionalDouble line, Timeline timeline) {
        OutcomeSeries series = new CourseSeries(texts)
                .of(course, ground.episode().involvement(), numbers.unit(), line, caption, timeline)
                .titled(words);
        List<String> marks = new MarkWords(texts, numbers).list(timeline);
        return new Figure(course.position().id(), kind, words, caption, marks, series);
    }

    private Part plain(Course course) {
        List<String> said = new ArrayList<>(comparison(course));
        for (Side side : Side.values()) {
            String own = text(own(course.side(side)));
            said.add(
                    course.side(side).current().isPresent()
                            ? own
                            : texts.text("progress.said", new Sides(texts).name(side), own));
        }
        CourseTable table =
                new CourseTable(texts, numbers, course, links, ground.file().trust(), CourseTable.Reader.PATIENT);
        Grid grid = new Grid(
                label(course),
                List.of(
                        texts.text("page.table.date"),
                        texts.text("page.table.left", numbers.unit().symbol()),
                        texts.text("page.table.right", numbers.unit().symbol()),
                        texts.text("report.table.kept"),
                        texts.text("page.table.notes")),
                table.rows().stream()
                        .map(row -> List.of(
                                row.date(), row.left().text(), row.right().text(), row.kept(), row.notes()))
                        .toList());
        String caption = texts.text(CourseSeries.hasBand(course) ? "page.me.chart" : "page.me.chart.noband");
        String words = texts.text("page.patient.chart.title", course.position().name());
        return new Part(
                "position-" + course.position().id(),
                course.position().name(),
                said,
                List.of(),
                List.of(grid),
                List.of(figure(course, "strength", words, caption, OptionalDouble.empty(), Timeline.none())));
    }

    /** The legs against each other, and how sure that is: as on her own page. */
    List<String> comparison(Course course) {
        Optional<Symmetry> ratio =
                newest(course).flatMap(point -> point.symmetry().outcome().symmetry());
        if (ratio.isEmpty()) {
            return List.of();
        }
        return ratio.filter(SymmetryWords::isSound)
                .map(sound -> List.of(
                        symmetry.plain(sound).text(), symmetry.plainSure(sound).text()))
                .orElseGet(() -> List.of(texts.text("page.me.symmetry.unsure")));
    }

    /** Her own change of one leg: as on her own page. */
    List<Said> own(SideCourse course) {
        ChangeWords change = new ChangeWords(texts, numbers);
        TrustWords trust = new TrustWords(texts, numbers);
        List<Said> said = new ArrayList<>(course.current()
                .map(segment -> change.plain(course.side(), segment))
                .orElseGet(() -> List.of(Said.words(texts.text("page.me.notmeasured")))));
        course.newest().stream()
                .flatMap(point -> point.results().stream())
                .flatMap(result -> trust.plain(ground.file().trust().of(result)).stream())
                .distinct()
                .forEach(sentence -> said.add(Said.words(sentence)));
        return said;
    }

    static String text(List<Said> said) {
        return String.join(" ", said.stream().map(Said::text).toList());
    }

    /** Who provided the newest values: sensor and calibration, each once. */
    List<String> provenance() {
        TrustWords words = new TrustWords(texts, numbers);
        return ground.courses().stream()
                .flatMap(course -> Stream.of(course.left(), course.right()))
                .flatMap(side -> side.points().stream())
                .flatMap(point -> point.results().stream())
                .map(result -> texts.text(
                        "report.provenance.sensor",
                        result.provenance().sensor(),
                        words.brief(ground.file().trust().of(result)).replaceAll("\\.$", ""),
                        result.provenance().engineVersion()))
                .distinct()
                .sorted()
                .toList();
    }
}
