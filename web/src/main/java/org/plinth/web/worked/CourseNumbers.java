package org.plinth.web.worked;

import java.util.List;
import java.util.Optional;
import org.plinth.core.change.Baseline;
import org.plinth.core.change.VisitPoint;
import org.plinth.core.formula.CourseWorking;
import org.plinth.core.formula.Formula;
import org.plinth.core.formula.Formulas;
import org.plinth.core.formula.Input;
import org.plinth.core.formula.Origin;
import org.plinth.core.formula.Worked;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.measure.Course;
import org.plinth.web.measure.CoursePoint;
import org.plinth.web.measure.Segment;

/** The numbers of one side of a course over time, each worked from the values of its visits. */
public final class CourseNumbers {

    private static final String DAY = "dayValue_N";

    private final Course course;
    private final Side side;
    private final Episode episode;

    /** Of this side. */
    public CourseNumbers(Course course, Side side, Episode episode) {
        this.course = course;
        this.side = side;
        this.episode = episode;
    }

    /** The number of this formula in the newest stretch, worked; empty where there is none. */
    public Optional<Worked> of(String formula) {
        return current().flatMap(segment -> working(segment).of(formula));
    }

    /** The formulas of which this side's newest stretch has a number. */
    public List<Formula> all() {
        return Formulas.all().stream()
                .filter(formula -> of(formula.id()).isPresent())
                .toList();
    }

    /** The value of the date on which this result was measured, where two visits fell on it. */
    public Optional<Worked> ofDay(Id<SideResult> result) {
        return course.side(side).points().stream()
                .filter(point -> point.results().size() > 1)
                .filter(point ->
                        point.results().stream().anyMatch(one -> one.id().equals(result)))
                .findFirst()
                .map(this::day);
    }

    /** The results of the newest stretch, oldest first. */
    public List<SideResult> results() {
        return current().stream()
                .flatMap(segment -> segment.points().stream())
                .flatMap(point -> point.results().stream())
                .toList();
    }

    private Optional<Segment> current() {
        return course.side(side).current();
    }

    private Worked day(CoursePoint point) {
        return Worked.of(
                Formulas.named(DAY),
                point.value().newtons(),
                Input.of(
                        "F_tests",
                        point.results().stream()
                                .map(result -> result.value().best().newtons())
                                .toList(),
                        new Origin.OfVisit(side, point.date())));
    }

    private CourseWorking working(Segment segment) {
        List<VisitPoint> points = segment.points().stream()
                .map(point -> new VisitPoint(segment.key(), point.date(), point.value(), !point.hollow()))
                .toList();
        return new CourseWorking(
                points,
                Baseline.of(points, episode.treatmentStartedOn()),
                course.position().error(segment.key().fixation()),
                segment.error());
    }
}
