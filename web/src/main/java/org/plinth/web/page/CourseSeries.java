package org.plinth.web.page;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plinth.core.change.DetectableChange;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.symmetry.SymmetryInterval;
import org.plinth.core.symmetry.SymmetryOutcome.Symmetry;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.web.chart.EpisodeSeries;
import org.plinth.web.chart.OutcomeSeries;
import org.plinth.web.chart.Timeline;
import org.plinth.web.measure.BaselineBand;
import org.plinth.web.measure.Course;
import org.plinth.web.measure.CoursePoint;
import org.plinth.web.measure.Segment;
import org.plinth.web.measure.SideCourse;
import org.plinth.web.text.Texts;
import org.plinth.web.words.FlagWords;
import org.plinth.web.words.Sides;

/** A course as its charts show it. */
final class CourseSeries {

    private final Texts texts;
    private final Sides sides;
    private final FlagWords flags;
    private final AgainstFirst against;

    CourseSeries(Texts texts) {
        this.texts = texts;
        this.sides = new Sides(texts);
        this.flags = new FlagWords(texts);
        this.against = new AgainstFirst(flags);
    }

    /** Both legs, and symmetry with its reference line where {@code threshold} is given. */
    OutcomeSeries of(Course course, Involvement involvement, ForceUnit unit, OptionalDouble threshold, String caption) {
        return of(course, involvement, unit, threshold, caption, Timeline.none());
    }

    /** The same, with marks and window on the time axis. */
    OutcomeSeries of(
            Course course,
            Involvement involvement,
            ForceUnit unit,
            OptionalDouble threshold,
            String caption,
            Timeline timeline) {
        return new OutcomeSeries(
                texts.text("page.patient.chart.title", course.position().name()),
                caption,
                unit,
                List.of(panel(course.left(), involvement), panel(course.right(), involvement)),
                symmetries(course),
                threshold,
                against.of(course),
                timeline);
    }

    /** One position of an episode, for the small multiples. */
    EpisodeSeries.Position position(Course course, Involvement involvement) {
        return new EpisodeSeries.Position(
                course.position().name(),
                List.of(panel(course.left(), involvement), panel(course.right(), involvement)));
    }

    private OutcomeSeries.Panel panel(SideCourse course, Involvement involvement) {
        return new OutcomeSeries.Panel(
                course.side(),
                sides.withRole(course.side(), involvement),
                course.segments().stream().map(this::segment).toList());
    }

    private OutcomeSeries.Segment segment(Segment segment) {
        return new OutcomeSeries.Segment(
                segment.breakBecause().isEmpty() ? Optional.empty() : Optional.of(flags.breaks(segment)),
                segment.baseline().flatMap(CourseSeries::band),
                segment.points().stream().map(CourseSeries::point).toList());
    }

    private static Optional<OutcomeSeries.Band> band(BaselineBand base) {
        return base.band().map(CourseSeries::band);
    }

    private static OutcomeSeries.Band band(DetectableChange change) {
        return new OutcomeSeries.Band(
                change.baseline().newtons(),
                change.low().newtons(),
                change.high().newtons());
    }

    private static OutcomeSeries.Point point(CoursePoint point) {
        return new OutcomeSeries.Point(point.date(), point.value().newtons(), point.hollow());
    }

    private static List<OutcomeSeries.SymmetryPoint> symmetries(Course course) {
        return course.symmetries().stream()
                .flatMap(point -> point.symmetry().outcome().symmetry().stream()
                        .map(symmetry -> new OutcomeSeries.SymmetryPoint(
                                point.date(),
                                symmetry.percent(),
                                symmetry.interval().map(CourseSeries::bars),
                                flagged(symmetry))))
                .toList();
    }

    private static OutcomeSeries.Bars bars(SymmetryInterval interval) {
        return new OutcomeSeries.Bars(interval.low80(), interval.high80(), interval.low95(), interval.high95());
    }

    private static boolean flagged(Symmetry symmetry) {
        return symmetry.flags().contains(ResultFlag.PAIN_LIMITED)
                || symmetry.flags().contains(ResultFlag.UNCALIBRATED)
                || symmetry.flags().contains(ResultFlag.CALIBRATION_SUSPECT)
                || symmetry.flags().contains(ResultFlag.PRETENSION_UNEQUAL);
    }

    /** Whether any band is drawn. */
    static boolean hasBand(Course course) {
        return List.of(Side.LEFT, Side.RIGHT).stream()
                .flatMap(side -> course.side(side).segments().stream())
                .anyMatch(segment ->
                        segment.baseline().flatMap(BaselineBand::band).isPresent());
    }
}
