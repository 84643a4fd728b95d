package org.plinth.web.page;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.core.visit.Side;
import org.plinth.web.chart.OutcomeSeries;
import org.plinth.web.chart.OutcomeSeries.Panel;
import org.plinth.web.chart.OutcomeSeries.Point;
import org.plinth.web.chart.OutcomeSeries.Segment;
import org.plinth.web.chart.Timeline;
import org.plinth.web.clinic.Patient;
import org.plinth.web.measure.Course;
import org.plinth.web.measure.CoursePoint;
import org.plinth.web.measure.SideCourse;
import org.plinth.web.text.Texts;

/**
 * What the small picture of a list shows: both legs in the position that was tested last; of several the first of the catalogue. It has
 * neither axes nor bands, so it is kept for every open episode.
 *
 * @param position as it is called
 * @param sides left, right, without words
 */
record SmallCourse(String position, List<Panel> sides) {

    /** Copies the list. */
    SmallCourse {
        sides = List.copyOf(sides);
    }

    /** Of these courses; empty where nothing was tested. */
    static Optional<SmallCourse> of(List<Course> courses) {
        return courses.stream()
                .reduce((first, other) -> newest(other).compareTo(newest(first)) > 0 ? other : first)
                .map(course -> new SmallCourse(
                        course.position().name(),
                        Stream.of(Side.values())
                                .map(side -> panel(course.side(side)))
                                .toList()));
    }

    private static LocalDate newest(Course course) {
        return Stream.of(course.left(), course.right())
                .flatMap(side -> side.newest().stream())
                .map(CoursePoint::date)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }

    private static Panel panel(SideCourse course) {
        return new Panel(
                course.side(),
                "",
                course.segments().stream()
                        .map(segment -> new Segment(
                                Optional.empty(),
                                Optional.empty(),
                                segment.points().stream()
                                        .map(SmallCourse::point)
                                        .toList()))
                        .toList());
    }

    private static Point point(CoursePoint point) {
        return new Point(point.date(), point.value().newtons(), point.hollow());
    }

    /** The series to be drawn, with the patient's name for who hears the picture. */
    OutcomeSeries series(Patient patient, ForceUnit unit, Texts texts) {
        return new OutcomeSeries(
                texts.text("page.patient.chart.title", position),
                texts.text("overview.picture", patient.name(), position),
                unit,
                sides,
                List.of(),
                OptionalDouble.empty(),
                Optional.empty(),
                Timeline.none());
    }
}
