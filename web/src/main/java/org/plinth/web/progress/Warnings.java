package org.plinth.web.progress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.measure.BaselineBand;
import org.plinth.web.measure.Course;
import org.plinth.web.measure.CoursePoint;
import org.plinth.web.measure.Segment;
import org.plinth.web.measure.SeriesBreak;
import org.plinth.web.measure.SeriesChange;
import org.plinth.web.measure.SideCourse;
import org.plinth.web.progress.Warning.Kind;

/** Looks through an episode for what must be known before anything is concluded. */
final class Warnings {

    private static final Set<ResultFlag> CALIBRATION =
            EnumSet.of(ResultFlag.UNCALIBRATED, ResultFlag.CALIBRATION_SUSPECT);

    private static final Set<String> UPSETS = Set.of("FLARE_UP", "STEROID_INJECTION", "PRP_INJECTION", "SURGERY");

    private final List<Warning> found = new ArrayList<>();
    private final Episode episode;
    private final LocalDate today;

    private Warnings(Episode episode, LocalDate today) {
        this.episode = episode;
        this.today = today;
    }

    /** The gravest first. */
    static List<Warning> of(Episode episode, List<Course> courses, List<EpisodeEntry> entries, LocalDate today) {
        Warnings warnings = new Warnings(episode, today);
        HomeAnswers.open(entries).forEach(warnings::answer);
        courses.forEach(warnings::course);
        entries.forEach(entry -> warnings.upset(entry, courses));
        entries.stream().filter(entry -> entry.kind().equals("goal")).forEach(warnings::goal);
        LoadWarnings.of(entries, today).forEach(warnings.found::add);
        warnings.found.sort(Comparator.comparing(Warning::kind));
        return List.copyOf(warnings.found);
    }

    private void answer(HomeAnswers.Concern concern) {
        found.add(Warning.said(
                concern.numb()
                        ? Kind.HOME_NUMB
                        : concern.pain() > HomeAnswers.MOST_PAIN ? Kind.HOME_PAIN : Kind.HOME_WORSE,
                concern.entry().date(),
                Integer.toString(concern.pain())));
    }

    /** What happened after the oldest baseline: before and after it are the same series, and yet not the same leg. */
    private void upset(EpisodeEntry entry, List<Course> courses) {
        boolean upsets =
                entry.kind().equals("event") && UPSETS.contains(entry.values().getOrDefault("what", ""));
        boolean between = courses.stream()
                .flatMap(course -> Stream.of(Side.values()).map(course::side))
                .flatMap(side -> side.current().stream())
                .anyMatch(segment -> segment.baseline()
                                .filter(base -> base.dates().get(0).isBefore(entry.date()))
                                .isPresent()
                        && !segment.newest().date().isBefore(entry.date()));
        if (upsets && between) {
            found.add(Warning.said(
                    Kind.UPSET_BETWEEN, entry.date(), entry.values().getOrDefault("what", "")));
        }
    }

    private void goal(EpisodeEntry goal) {
        Optional<LocalDate> due = Optional.ofNullable(goal.values().get("due")).map(LocalDate::parse);
        boolean open = !"YES".equals(goal.values().get("reached"));
        due.filter(day -> open && day.isBefore(today))
                .ifPresent(day -> found.add(
                        Warning.said(Kind.GOAL_PAST, day, goal.values().getOrDefault("what", ""))));
    }

    private void course(Course course) {
        for (Side side : Side.values()) {
            course.side(side).current().ifPresent(segment -> leg(course, course.side(side), segment));
        }
        oneSided(course);
    }

    private void leg(Course course, SideCourse side, Segment segment) {
        CoursePoint newest = segment.newest();
        changed(course, segment);
        if (newest.flags().contains(ResultFlag.PAIN_LIMITED)) {
            add(Kind.PAIN_LIMITED, course, side.side(), newest);
        }
        if (newest.flags().stream().anyMatch(CALIBRATION::contains)) {
            add(Kind.CALIBRATION, course, side.side(), newest);
        }
        broke(course, side, segment);
        baseline(course, segment);
        if (segment.error().isEmpty()) {
            add(Kind.NO_ERROR, course, side.side(), newest);
        }
    }

    private void changed(Course course, Segment segment) {
        SeriesChange.Kind kind = segment.change().kind();
        boolean confirmed = kind == SeriesChange.Kind.WEAKER;
        boolean uninjured =
                course.injured().filter(side -> side != segment.key().side()).isPresent();
        if (uninjured && confirmed) {
            add(Kind.UNINJURED_WEAKER, course, segment.key().side(), segment.newest());
        } else if (uninjured && kind == SeriesChange.Kind.POSSIBLY_WEAKER) {
            add(Kind.UNINJURED_MAYBE_WEAKER, course, segment.key().side(), segment.newest());
        } else if (confirmed) {
            add(Kind.WEAKER, course, segment.key().side(), segment.newest());
        }
    }

    private void broke(Course course, SideCourse side, Segment segment) {
        if (segment.breakBecause().contains(SeriesBreak.SENSOR_MODEL)) {
            add(Kind.SENSOR_CHANGED, course, side.side(), segment.points().get(0));
        } else if (isNewBaseline(segment)) {
            add(
                    segment.breakBecause().contains(SeriesBreak.SURGERY) ? Kind.SURGERY_BETWEEN : Kind.NEW_BASELINE,
                    course,
                    side.side(),
                    segment.points().get(0));
        } else if (!segment.breakBecause().isEmpty()) {
            add(Kind.SET_UP_CHANGED, course, side.side(), segment.points().get(0));
        }
    }

    private static boolean isNewBaseline(Segment segment) {
        return segment.breakBecause().contains(SeriesBreak.SURGERY)
                || segment.breakBecause().contains(SeriesBreak.NEW_BASELINE);
    }

    /** Whether what the newest test is compared with lies before treatment, and is more than one visit. */
    private void baseline(Course course, Segment segment) {
        LocalDate first = segment.baseline()
                .map(base -> base.dates().get(0))
                .orElse(segment.points().get(0).date());
        Side side = segment.key().side();
        boolean late = episode.treatmentStartedOn().filter(first::isAfter).isPresent();
        if (late && !isNewBaseline(segment)) {
            found.add(Warning.of(Kind.NO_BASELINE, course.position(), side, first));
        } else if (segment.points().size() > 1
                && segment.baseline().filter(BaselineBand::single).isPresent()) {
            found.add(Warning.of(Kind.SINGLE_BASELINE, course.position(), side, first));
        }
    }

    private void oneSided(Course course) {
        Optional<CoursePoint> left = course.left().newest();
        Optional<CoursePoint> right = course.right().newest();
        Optional<LocalDate> newest = Stream.of(left, right)
                .flatMap(Optional::stream)
                .map(CoursePoint::date)
                .max(LocalDate::compareTo);
        for (Side side : Side.values()) {
            boolean tested = course.side(side)
                    .newest()
                    .filter(point -> Optional.of(point.date()).equals(newest))
                    .isPresent();
            if (!tested && newest.isPresent()) {
                found.add(Warning.of(Kind.ONE_SIDED, course.position(), side, newest.get()));
            }
        }
    }

    private void add(Kind kind, Course course, Side side, CoursePoint point) {
        found.add(Warning.of(kind, course.position(), side, point.date()));
    }
}
