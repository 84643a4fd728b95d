package org.plinth.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.symmetry.SymmetryOutcome.Symmetry;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.web.measure.Course;
import org.plinth.web.measure.SideCourse;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Chance;
import org.plinth.web.words.ChangeWords;
import org.plinth.web.words.NumberLinks;
import org.plinth.web.words.Numbers;
import org.plinth.web.words.Said;
import org.plinth.web.words.Sides;
import org.plinth.web.words.SymmetryWords;
import org.plinth.web.words.TrustWords;

/** Her strength in plain words, position by position. No criterion, threshold or forecast (decision S10). */
final class MePositions {

    private static final double ALIKE_FROM_PERCENT = 95;

    /** No arithmetic here: it would bring thresholds and gates along (decision S10). */
    private static final NumberLinks LINKS = NumberLinks.toPlainWords();

    private final Texts texts;
    private final Numbers numbers;

    MePositions(Texts texts, Numbers numbers) {
        this.texts = texts;
        this.numbers = numbers;
    }

    List<MeView.Position> of(PatientCourses found) {
        return found.courses().stream().map(course -> position(course, found)).toList();
    }

    private MeView.Position position(Course course, PatientCourses found) {
        SymmetryWords words = new SymmetryWords(texts, numbers);
        Optional<Symmetry> ratio = course.symmetries().stream()
                .reduce((a, b) -> b)
                .flatMap(point -> point.symmetry().outcome().symmetry());
        Optional<Symmetry> sound = ratio.filter(SymmetryWords::isSound);
        Optional<Integer> tenths = sound.filter(known -> known.percent() < ALIKE_FROM_PERCENT)
                .map(known -> (int) Chance.tenths(known.percent() / 100));
        return new MeView.Position(
                course.position().id(),
                course.position().name(),
                notSeen(course),
                ratio.map(known -> sound.isPresent()
                                ? words.plain(known)
                                : Said.words(texts.text("page.me.symmetry.unsure")))
                        .map(LINKS::of),
                tenths,
                tenths.map(filled -> texts.text("page.me.tenths", filled)).orElse(""),
                LINKS.of(sound.map(words::plainSure).orElseGet(() -> Said.words(texts.text("page.me.sure.unknown")))),
                List.of(side(course.left(), found), side(course.right(), found)),
                chart(course, found.href()),
                numbers.unit().symbol(),
                new CourseTable(texts, numbers, course, LINKS, found.trust(), CourseTable.Reader.PATIENT).rows());
    }

    private PositionView.SideWords side(SideCourse course, PatientCourses found) {
        Side side = course.side();
        Involvement involvement = found.episode().orElseThrow().involvement();
        ChangeWords change = new ChangeWords(texts, numbers);
        return new PositionView.SideWords(
                Frames.css(side),
                new Sides(texts).withRole(side, involvement),
                LINKS.of(course.current()
                        .map(segment -> change.plain(side, segment))
                        .map(said -> withTrust(said, course, found))
                        .orElseGet(() -> List.of(Said.words(texts.text("page.me.notmeasured"))))));
    }

    /** What is wrong with the device of the newest test is said where the value stands. */
    private List<Said> withTrust(List<Said> said, SideCourse course, PatientCourses found) {
        TrustWords words = new TrustWords(texts, numbers);
        List<Said> all = new ArrayList<>(said);
        course.newest().stream()
                .flatMap(point -> point.results().stream())
                .flatMap(result -> words.plain(found.trust().of(result)).stream())
                .distinct()
                .forEach(sentence -> all.add(Said.words(sentence)));
        return all;
    }

    private Optional<String> notSeen(Course course) {
        boolean any = Stream.of(Side.values())
                .flatMap(side -> course.side(side).points().stream())
                .anyMatch(point -> point.flags().contains(ResultFlag.NOT_SEEN_ON_HARDWARE));
        return any ? Optional.of(texts.text("page.me.notseen")) : Optional.empty();
    }

    private ChartView chart(Course course, String href) {
        String caption = CourseSeries.hasBand(course) ? "page.me.chart" : "page.me.chart.noband";
        return new ChartView(
                href + "/charts/" + course.position().id() + "/strength.svg",
                texts.text("page.patient.chart.title", course.position().name()),
                texts.text(caption),
                PositionViews.WIDE_PX,
                PositionViews.STRENGTH_PX);
    }
}
