package org.plinth.web.progress;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plinth.core.programme.Retest;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.measure.Course;
import org.plinth.web.measure.CoursePoint;

/**
 * What decides when strength is to be tested next, whatever day it is.
 *
 * @param lastTest newest day with a result; empty before the first
 * @param changeWaits whether it showed a possible change that is not confirmed
 * @param prescribed days on which a prescription was noted
 */
public record RetestFacts(Optional<LocalDate> lastTest, boolean changeWaits, List<LocalDate> prescribed) {

    private static final String PRESCRIPTION = "prescription";

    /** Copies the list. */
    public RetestFacts {
        prescribed = List.copyOf(prescribed);
    }

    /** Of the courses and entries of an episode. */
    public static RetestFacts of(List<Course> courses, List<EpisodeEntry> entries) {
        Optional<LocalDate> last = courses.stream()
                .flatMap(course -> Stream.of(Side.values()).map(course::side))
                .flatMap(side -> side.newest().stream())
                .map(CoursePoint::date)
                .max(LocalDate::compareTo);
        boolean waits = courses.stream()
                .flatMap(course -> Stream.of(Side.values()).map(course::side))
                .flatMap(side -> side.current().stream())
                .filter(segment -> Optional.of(segment.newest().date()).equals(last))
                .anyMatch(segment ->
                        EpisodeReading.WAITS.contains(segment.change().kind()));
        return new RetestFacts(
                last,
                waits,
                entries.stream()
                        .filter(entry -> entry.kind().equals(PRESCRIPTION))
                        .map(EpisodeEntry::date)
                        .toList());
    }

    /** The next test, as of this day. */
    public Retest on(LocalDate today) {
        Optional<LocalDate> changed =
                prescribed.stream().filter(date -> !date.isAfter(today)).max(LocalDate::compareTo);
        return Retest.of(new Retest.Course(lastTest, changeWaits, changed), today);
    }
}
