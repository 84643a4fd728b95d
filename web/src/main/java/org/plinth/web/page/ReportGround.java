package org.plinth.web.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plinth.web.chart.Timeline;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Visit;
import org.plinth.web.measure.Course;
import org.plinth.web.measure.CoursePoint;
import org.plinth.web.progress.EpisodeReading;
import org.plinth.web.progress.Prescribed;
import org.plinth.web.report.Audience;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Numbers;

/**
 * An episode as it stood on one day.
 *
 * @param file what it was taken from
 * @param episode open, where it was closed later
 * @param visits that count, oldest first
 * @param courses of those visits
 * @param entries about that day or earlier
 * @param asOf the day
 */
record ReportGround(
        ReportFile file,
        Episode episode,
        List<Visit> visits,
        List<Course> courses,
        List<EpisodeEntry> entries,
        LocalDate asOf) {

    EpisodeReading reading() {
        return EpisodeReading.of(episode, courses, entries, asOf);
    }

    /** Days with a test, oldest first. */
    List<LocalDate> tested() {
        return courses.stream()
                .flatMap(course -> Stream.of(course.left(), course.right()))
                .flatMap(side -> side.points().stream())
                .map(CoursePoint::date)
                .distinct()
                .sorted()
                .toList();
    }

    /** Prescriptions that hold on that day. */
    List<EpisodeEntry> prescribed() {
        return Prescribed.on(asOf, entries);
    }

    /**
     * What stands on the time axis of a paper, without the weeks in which change is commonly looked at; a payer reads what was
     * prescribed and nothing else that happened to her.
     */
    Timeline timeline(Texts texts, Numbers numbers, Audience audience) {
        List<EpisodeEntry> shown = audience == Audience.PAYER
                ? of(Prescribed.KIND).stream().map(ReportContents::withoutNote).toList()
                : entries;
        Timeline whole = new EpisodeTimeline(texts, numbers).of(episode, shown, asOf);
        return new Timeline(whole.marks(), Optional.empty());
    }

    List<EpisodeEntry> of(String kind) {
        return entries.stream().filter(entry -> entry.kind().equals(kind)).toList();
    }
}
