package org.plinth.web.progress;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plinth.core.position.TestPosition;
import org.plinth.core.programme.Contribution;
import org.plinth.core.programme.ExpectationWindow;
import org.plinth.core.programme.Headline;
import org.plinth.core.programme.Retest;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.measure.Course;
import org.plinth.web.measure.CoursePoint;
import org.plinth.web.measure.Segment;
import org.plinth.web.measure.SeriesChange;

/**
 * An episode read as a whole, on one day.
 *
 * @param headline over all positions of the injured leg, or of both where both are
 * @param contributions what each leg gave to the symmetry's change, by position
 * @param window when change is commonly looked at; empty before treatment
 * @param retest when strength is to be tested next
 * @param stage what may be suggested about the stage; empty where none is noted
 * @param warnings what must be known first
 */
public record EpisodeReading(
        Headline headline,
        List<PositionContribution> contributions,
        Optional<ExpectationWindow> window,
        Retest retest,
        Optional<StageReading> stage,
        List<Warning> warnings) {

    static final Set<SeriesChange.Kind> WAITS =
            EnumSet.of(SeriesChange.Kind.POSSIBLY_STRONGER, SeriesChange.Kind.POSSIBLY_WEAKER);

    /** Copies the lists. */
    public EpisodeReading {
        contributions = List.copyOf(contributions);
        warnings = List.copyOf(warnings);
    }

    /**
     * What each leg gave to the change of one position's symmetry.
     *
     * @param position which
     * @param injured side
     * @param contribution of both
     * @param from the first day that is compared
     * @param to the newest day
     * @param possible legs whose change is beyond their limit for the first time, and waits to be confirmed
     */
    public record PositionContribution(
            TestPosition position,
            Side injured,
            Contribution contribution,
            LocalDate from,
            LocalDate to,
            Set<Side> possible) {
        /** Copies the set. */
        public PositionContribution {
            possible = Set.copyOf(possible);
        }
    }

    /** Of these courses and entries, as of today. */
    public static EpisodeReading of(
            Episode episode, List<Course> courses, List<EpisodeEntry> entries, LocalDate today) {
        return new EpisodeReading(
                headline(episode, courses),
                courses.stream()
                        .flatMap(course -> contribution(course).stream())
                        .toList(),
                episode.treatmentStartedOn().map(ExpectationWindow::of),
                RetestFacts.of(courses, entries).on(today),
                StageReading.of(episode, entries, today),
                Warnings.of(episode, courses, entries, today));
    }

    /** The headline alone. */
    public static Headline headline(Episode episode, List<Course> courses) {
        return Headline.of(positions(episode, courses));
    }

    private static List<Headline.Position> positions(Episode episode, List<Course> courses) {
        Predicate<Side> asked = side ->
                episode.involvement().injured().map(injured -> injured == side).orElse(true);
        return courses.stream()
                .flatMap(course -> Stream.of(Side.values())
                        .filter(asked)
                        .flatMap(side -> course.side(side).current().stream()
                                .map(segment -> new Headline.Position(
                                        course.position().id(),
                                        side,
                                        Headline.Kind.valueOf(
                                                segment.change().kind().name())))))
                .toList();
    }

    /** Of two symmetries that were measured: both baselines are of the same days, and so are the newest values, which are judged. */
    private static Optional<PositionContribution> contribution(Course course) {
        if (course.injured().isEmpty()) {
            return Optional.empty();
        }
        Side injured = course.injured().get();
        Optional<Segment> x = course.side(injured).current().filter(EpisodeReading::isJudged);
        Optional<Segment> y = course.side(injured.other()).current().filter(EpisodeReading::isJudged);
        boolean together = x.isPresent()
                && y.isPresent()
                && x.get().key().equals(y.get().key().onSide(injured))
                && x.get().newest().date().equals(y.get().newest().date())
                && x.get()
                        .baseline()
                        .orElseThrow()
                        .dates()
                        .equals(y.get().baseline().orElseThrow().dates())
                && isCompared(course, x.get().newest().date());
        return together
                ? Contribution.of(leg(x.get()), leg(y.get()))
                        .map(parts -> new PositionContribution(
                                course.position(),
                                injured,
                                parts,
                                x.get().baseline().orElseThrow().dates().get(0),
                                x.get().newest().date(),
                                Stream.of(x.get(), y.get())
                                        .filter(segment ->
                                                WAITS.contains(segment.change().kind()))
                                        .map(segment -> segment.key().side())
                                        .collect(Collectors.toSet())))
                : Optional.empty();
    }

    /** Whether nothing speaks against the newest symmetry; one that was refused is not rebuilt here. */
    private static boolean isCompared(Course course, LocalDate date) {
        return course.symmetries().stream()
                .filter(point -> point.date().equals(date))
                .map(point -> point.symmetry().outcome().symmetry())
                .allMatch(known -> known.filter(one -> !one.flags().contains(ResultFlag.PRETENSION_UNEQUAL))
                        .isPresent());
    }

    private static boolean isJudged(Segment segment) {
        CoursePoint newest = segment.newest();
        return segment.baseline()
                        .filter(base -> !base.dates().contains(newest.date()))
                        .isPresent()
                && !newest.hollow();
    }

    private static Contribution.Leg leg(Segment segment) {
        var baseline = segment.baseline().orElseThrow();
        return new Contribution.Leg(
                baseline.value(), baseline.dates().size(), segment.newest().value(), segment.error());
    }
}
