package org.plinth.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plinth.core.symmetry.SymmetryOutcome;
import org.plinth.core.symmetry.SymmetryOutcome.Symmetry;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Screening;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.TestSymmetry;
import org.plinth.web.clinic.Trial;
import org.plinth.web.clinic.TypedReading;
import org.plinth.web.measure.Course;
import org.plinth.web.measure.SideCourse;
import org.plinth.web.reading.ReadingSeries;
import org.plinth.web.text.Texts;
import org.plinth.web.trust.TrustBook;
import org.plinth.web.visit.SideSheet;
import org.plinth.web.visit.TestSheet;
import org.plinth.web.words.ChangeWords;
import org.plinth.web.words.Numbers;
import org.plinth.web.words.Said;
import org.plinth.web.words.Sides;
import org.plinth.web.words.SymmetryWords;

/**
 * A visit as plain text for the practice system (decision S9): the same sentences as on the page. It names no patient: it is pasted
 * into a record that says whose it is.
 */
final class VisitNote {

    private final Texts texts;
    private final Numbers numbers;
    private final Sides sides;
    private final SymmetryWords symmetry;
    private final ChangeWords change;

    VisitNote(Texts texts, Numbers numbers) {
        this.texts = texts;
        this.numbers = numbers;
        this.sides = new Sides(texts);
        this.symmetry = new SymmetryWords(texts, numbers);
        this.change = new ChangeWords(texts, numbers);
    }

    /**
     * The note.
     *
     * @param view of the visit, whose sentences are taken over
     * @param sheets of the same tests in the same order
     * @param courses of the patient's episode, for change
     * @param screening what was answered before the first effort
     * @param typed values without a sensor, as the view has them
     */
    String of(
            VisitFile file,
            VisitView view,
            List<TestSheet> sheets,
            List<Course> courses,
            TrustBook trust,
            Optional<Screening> screening,
            List<ReadingSeries> typed) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.text("flow.note.title", numbers.date(file.visit().date())));
        file.clinician().ifPresent(tester -> lines.add(texts.text("flow.note.tester", tester.displayName())));
        lines.add(texts.text(asked(screening)));
        for (int i = 0; i < sheets.size(); i++) {
            lines.add("");
            test(view.tests().get(i), sheets.get(i), courses, trust, lines);
        }
        for (int i = 0; i < typed.size(); i++) {
            lines.add("");
            typed(view.typed().get(i), typed.get(i), lines);
        }
        lines.add("");
        lines.add(texts.text("flow.note.end"));
        return String.join("\n", lines);
    }

    private void typed(ReadingsView.Series shown, ReadingSeries series, List<String> lines) {
        lines.add(texts.text("reading.typed.title", shown.name()) + ". " + shown.how() + ".");
        lines.add(shown.sentence());
        for (Side side : Side.values()) {
            List<TypedReading> standing =
                    series.of(side).stream().filter(TypedReading::stands).toList();
            lines.add(texts.text(
                    "flow.note.readings",
                    sides.name(side),
                    texts.count("reading.typed.count", standing.size()),
                    pain(standing.stream().map(TypedReading::pain))));
        }
        lines.add(shown.note());
    }

    private String pain(Stream<OptionalInt> asked) {
        OptionalInt worst = asked.filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .max();
        return worst.isPresent() ? texts.text("flow.note.pain", worst.getAsInt()) : texts.text("flow.note.nopain");
    }

    private static String asked(Optional<Screening> screening) {
        if (screening.isEmpty()) {
            return "flow.note.unasked";
        }
        if (!screening.get().goesOn()) {
            return stopped(screening.get());
        }
        return screening.get().yes().isEmpty() ? "flow.note.clear" : "flow.note.wenton";
    }

    private static String stopped(Screening screening) {
        if (!screening.yes().isEmpty()) {
            return "flow.note.applied";
        }
        return screening.agreed() ? "flow.note.stopped" : "flow.note.refused";
    }

    private void test(VisitView.Test test, TestSheet sheet, List<Course> courses, TrustBook trust, List<String> lines) {
        if (sheet.isMovedAway()) {
            lines.add(texts.text("flow.note.moved", test.name()));
            return;
        }
        lines.add(test.name() + ". " + test.setUp());
        lines.add(test.sentence().text());
        test.state().ifPresent(state -> lines.add(state.text()));
        test.basis().ifPresent(basis -> lines.add(basis.text()));
        test.flags().forEach(flag -> lines.add(flag.text()));
        for (Side side : Side.values()) {
            lines.add(efforts(sheet.side(side)));
        }
        Optional<Course> course = courses.stream()
                .filter(one -> one.position().id().equals(sheet.position().id()))
                .findFirst();
        course.ifPresent(known -> changes(known, sheet, lines));
        tell(course, sheet, trust).ifPresent(said -> lines.add(texts.text("flow.note.tell", said)));
    }

    private String efforts(SideSheet side) {
        return texts.text(
                "flow.note.efforts",
                sides.name(side.side()),
                Long.toString(side.kept()),
                side.own().size(),
                pain(side.own().stream().map(Trial::pain)));
    }

    /** Only where this visit is the newest: what stands at the end of the course is said of it. */
    private void changes(Course course, TestSheet sheet, List<String> lines) {
        for (Side side : Side.values()) {
            newest(course, side, sheet)
                    .flatMap(SideCourse::current)
                    .map(segment ->
                            change.sentences(segment).stream().map(Said::text).collect(Collectors.joining(" ")))
                    .ifPresent(said -> lines.add(texts.text("flow.note.change", sides.name(side), said)));
        }
    }

    private static Optional<SideCourse> newest(Course course, Side side, TestSheet sheet) {
        return Optional.of(course.side(side)).filter(found -> found.newest()
                .filter(point -> point.results().stream()
                        .anyMatch(result -> result.visit().equals(sheet.visit().id())))
                .isPresent());
    }

    /** As it stands on the patient's own page, when the visit is closed. */
    private Optional<String> tell(Optional<Course> course, TestSheet sheet, TrustBook trust) {
        List<SideResult> results = Stream.of(sheet.left(), sheet.right())
                .flatMap(side -> side.result().stream())
                .toList();
        Optional<Symmetry> sound = sheet.symmetry()
                .map(stored -> trust.seen(stored, results))
                .map(TestSymmetry::outcome)
                .flatMap(SymmetryOutcome::symmetry)
                .filter(SymmetryWords::isSound);
        List<String> said = new ArrayList<>();
        sound.map(symmetry::plain).map(Said::text).ifPresent(said::add);
        sound.map(symmetry::plainSure).map(Said::text).ifPresent(said::add);
        course.ifPresent(known -> Stream.of(Side.values()).forEach(side -> newest(known, side, sheet)
                .flatMap(SideCourse::current)
                .ifPresent(segment -> change.plain(side, segment).forEach(one -> said.add(one.text())))));
        return said.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", said));
    }
}
