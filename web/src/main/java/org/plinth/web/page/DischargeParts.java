package org.plinth.web.page;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plinth.core.symmetry.SymmetryOutcome.Symmetry;
import org.plinth.core.visit.Side;
import org.plinth.web.diary.EntryKinds;
import org.plinth.web.diary.EntryWords;
import org.plinth.web.measure.Course;
import org.plinth.web.measure.CoursePoint;
import org.plinth.web.measure.Segment;
import org.plinth.web.progress.ProgressWords;
import org.plinth.web.progress.ScoreCourse;
import org.plinth.web.report.Report.Grid;
import org.plinth.web.report.Report.Part;
import org.plinth.web.text.Texts;
import org.plinth.web.words.ChangeWords;
import org.plinth.web.words.Numbers;
import org.plinth.web.words.Said;
import org.plinth.web.words.Sides;
import org.plinth.web.words.SymmetryWords;

/** A letter when an episode is closed: why, what strength did, what goes on (decision S8). Short. */
final class DischargeParts {

    private final Texts texts;
    private final Numbers numbers;
    private final ReportGround ground;
    private final ProgressWords progress;

    DischargeParts(Texts texts, Numbers numbers, ReportGround ground, ProgressWords progress) {
        this.texts = texts;
        this.numbers = numbers;
        this.ground = ground;
        this.progress = progress;
    }

    List<Part> of(LocalDate closed) {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.of("closing", texts.text("report.part.closing"), closing(closed)));
        if (!ground.courses().isEmpty()) {
            parts.add(strength());
        }
        outcomes().ifPresent(parts::add);
        parts.add(maintenance());
        parts.add(Part.of(
                "how",
                texts.text("report.part.how"),
                List.of(
                        texts.text("report.how.error"),
                        texts.text("report.how.likely"),
                        texts.text("report.how.not"))));
        return parts;
    }

    private List<String> closing(LocalDate closed) {
        List<String> said = new ArrayList<>();
        said.add(texts.text(
                "report.closing.reason",
                numbers.date(closed),
                ground.episode().closeReason().orElseGet(() -> texts.text("page.unknown.notknown"))));
        EntryKinds.find("closing")
                .flatMap(kind -> ground.entries().stream()
                        .filter(entry -> entry.kind().equals(kind.id()))
                        .reduce((earlier, later) -> later)
                        .map(entry -> new EntryWords(texts, numbers).lines(kind, entry)))
                .ifPresent(said::addAll);
        said.add(texts.count("report.closing.visits", ground.visits().size()));
        List<LocalDate> days = ground.tested();
        if (days.isEmpty()) {
            said.add(texts.text("report.closing.untested"));
        } else {
            LocalDate last = days.get(days.size() - 1);
            long before = ChronoUnit.DAYS.between(last, closed);
            said.add(
                    before == 0
                            ? texts.text("report.closing.tested.same", numbers.date(last))
                            : texts.text("report.closing.tested", numbers.date(last), Long.toString(before)));
        }
        return said;
    }

    private Part strength() {
        List<List<String>> rows = new ArrayList<>();
        List<String> ratios = new ArrayList<>();
        for (Course course : ground.courses()) {
            for (Side side : Side.values()) {
                row(course, side).ifPresent(rows::add);
            }
            ratio(course).ifPresent(ratios::add);
        }
        List<String> head = Stream.of("position", "leg", "first", "last", "change")
                .map(column -> texts.text("report.col." + column))
                .toList();
        String title = texts.text("report.part.strength");
        return new Part(
                "strength",
                title,
                ratios,
                List.of(),
                List.of(new Grid(texts.text("report.grid", title), head, rows)),
                List.of());
    }

    private Optional<List<String>> row(Course course, Side side) {
        List<CoursePoint> points = course.side(side).points();
        return course.side(side)
                .current()
                .map(segment -> List.of(
                        course.position().name(),
                        new Sides(texts).withRole(side, ground.episode().involvement()),
                        value(points.get(0)),
                        points.size() == 1 ? texts.text("report.tested.once") : value(points.get(points.size() - 1)),
                        change(course, side, segment)));
    }

    private String value(CoursePoint point) {
        return texts.text("progress.newest", numbers.force(point.value()), numbers.date(point.date()));
    }

    /** The verdict alone; a series that broke is said, because first and last are then not compared. */
    private String change(Course course, Side side, Segment segment) {
        List<Said> said = new ChangeWords(texts, numbers).sentences(segment);
        String verdict = said.get(0).text();
        return course.side(side).segments().size() > 1
                ? texts.text(
                                "report.series.broke",
                                numbers.date(segment.points().get(0).date())) + " " + verdict
                : verdict;
    }

    private Optional<String> ratio(Course course) {
        SymmetryWords words = new SymmetryWords(texts, numbers);
        return course.symmetries().stream().reduce((a, b) -> b).flatMap(point -> point.symmetry()
                .outcome()
                .symmetry()
                .map(known -> texts.text(
                        "report.ratio", course.position().name(), numbers.date(point.date()), said(words, known))));
    }

    private static String said(SymmetryWords words, Symmetry symmetry) {
        return words.ratio(symmetry).and(words.state(symmetry)).text();
    }

    private Optional<Part> outcomes() {
        List<List<String>> rows = ScoreCourse.of(ground.entries()).stream()
                .map(course -> List.of(progress.name(course), progress.newest(course), progress.change(course)))
                .toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        String title = texts.text("progress.outcomes");
        List<String> head = Stream.of("outcome", "newest", "change")
                .map(column -> texts.text("progress.col." + column))
                .toList();
        return Optional.of(new Part(
                "outcomes",
                title,
                List.of(),
                ScoreCourse.of(ground.entries()).stream()
                        .flatMap(course -> progress.source(course).stream())
                        .distinct()
                        .toList(),
                List.of(new Grid(texts.text("report.grid", title), head, rows)),
                List.of()));
    }

    /** What goes on without an end, or beyond the end of the episode. */
    private Part maintenance() {
        List<String> items =
                ground.prescribed().stream().map(progress::prescription).toList();
        String title = texts.text("report.part.maintenance");
        return items.isEmpty()
                ? Part.of("maintenance", title, List.of(texts.text("report.maintenance.none")))
                : new Part("maintenance", title, List.of(), items, List.of(), List.of());
    }
}
