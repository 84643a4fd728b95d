package org.plinth.web.page;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.Visit;
import org.plinth.web.measure.Course;
import org.plinth.web.measure.Courses;
import org.plinth.web.page.OverviewBook.Line;
import org.plinth.web.position.ClinicPositions;
import org.plinth.web.progress.EpisodeReading;
import org.plinth.web.progress.NewBaselines;
import org.plinth.web.progress.RetestFacts;
import org.plinth.web.store.OverviewStore;
import org.plinth.web.store.OverviewStore.EpisodeResult;
import org.plinth.web.store.OverviewStore.OpenEpisode;
import org.plinth.web.store.Stores;

/** Reads open episodes with their courses: seven queries for up to {@link OverviewStore#MOST} patients. */
final class OverviewReader {

    private static final String PRESCRIPTION = "prescription";

    private final ClinicPositions positions;

    OverviewReader(ClinicPositions positions) {
        this.positions = positions;
    }

    OverviewGround ground(Stores stores, Id<Clinic> clinic) {
        return OverviewGround.of(stores, positions, clinic);
    }

    /** The open episodes of these patients. */
    List<Line> lines(Stores stores, Id<Clinic> clinic, OverviewGround ground, Collection<Id<Patient>> some) {
        OverviewStore overview = stores.overview();
        List<OpenEpisode> open = overview.openEpisodes(clinic, some);
        if (open.isEmpty()) {
            return List.of();
        }
        Courses courses = ground.courses(stores, clinic);
        Map<Id<Episode>, List<SideResult>> results = overview.results(clinic, some).stream()
                .collect(Collectors.groupingBy(
                        EpisodeResult::episode, Collectors.mapping(EpisodeResult::result, Collectors.toList())));
        Map<Id<Episode>, List<EpisodeEntry>> prescribed = overview.entries(clinic, PRESCRIPTION, some).stream()
                .collect(Collectors.groupingBy(EpisodeEntry::episode));
        List<EpisodeEntry> events = overview.entries(clinic, NewBaselines.KIND, some);
        Map<Id<Episode>, Visit> visits = overview.lastVisits(clinic, some).stream()
                .collect(Collectors.toMap(Visit::episode, Function.identity()));
        return open.stream()
                .map(one -> line(
                        one,
                        courses.of(
                                one.episode(),
                                results.getOrDefault(one.episode().id(), List.of()),
                                List.of(),
                                NewBaselines.of(one.episode(), events)),
                        prescribed.getOrDefault(one.episode().id(), List.of()),
                        Optional.ofNullable(visits.get(one.episode().id()))))
                .toList();
    }

    private static Line line(
            OpenEpisode open, List<Course> courses, List<EpisodeEntry> prescribed, Optional<Visit> lastVisit) {
        RetestFacts facts = RetestFacts.of(courses, prescribed);
        return new Line(
                open.patient(),
                open.episode(),
                EpisodeReading.headline(open.episode(), courses),
                courses.stream()
                        .collect(Collectors.toUnmodifiableMap(
                                course -> course.position().id(),
                                course -> course.position().name(),
                                (a, b) -> a)),
                facts,
                lastVisit,
                SmallCourse.of(courses),
                facts.on(open.episode().openedOn()));
    }
}
