package org.plinth.web.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.TypedReading;
import org.plinth.web.clinic.Visit;
import org.plinth.web.measure.Course;
import org.plinth.web.measure.Courses;
import org.plinth.web.position.ClinicPositions;
import org.plinth.web.progress.NewBaselines;
import org.plinth.web.store.PatientStore.PatientFile;
import org.plinth.web.store.Stores;
import org.plinth.web.trust.TrustBook;

/**
 * All of a patient that a program needs to draw her course again.
 *
 * @param patient who
 * @param episodes newest first
 */
record SeriesReading(Patient patient, List<OfEpisode> episodes) {

    /** Copies the list. */
    SeriesReading {
        episodes = List.copyOf(episodes);
    }

    /**
     * One episode.
     *
     * @param episode which
     * @param courses one for each position tested, as the pages show them
     * @param entries what was noted in it and stands
     * @param readings without a raw record, that stand, with their visits
     */
    record OfEpisode(
            Episode episode, List<Course> courses, List<EpisodeEntry> entries, Map<TypedReading, Visit> readings) {

        /** Copies the collections. */
        OfEpisode {
            courses = List.copyOf(courses);
            entries = List.copyOf(entries);
            readings = Collections.unmodifiableMap(new LinkedHashMap<>(readings));
        }
    }

    /** Reads her; empty if she is not of this clinic, or was erased. */
    static Optional<SeriesReading> of(
            Stores stores, ClinicPositions positions, Id<Clinic> clinic, Id<Patient> patient) {
        return stores.patients().file(clinic, patient).map(file -> of(stores, positions.of(stores, clinic), file));
    }

    private static SeriesReading of(Stores stores, PositionCatalogue catalogue, PatientFile file) {
        Id<Clinic> clinic = file.patient().clinic();
        Courses courses = new Courses(
                catalogue, TrustBook.ofPatient(stores, clinic, file.patient().id()));
        return new SeriesReading(
                file.patient(),
                file.episodes().stream()
                        .map(episode -> of(stores, courses, file, episode))
                        .toList());
    }

    private static OfEpisode of(Stores stores, Courses courses, PatientFile file, Episode episode) {
        Map<Id<Visit>, Visit> visits = file.visits().stream()
                .filter(visit -> visit.episode().equals(episode.id()))
                .collect(Collectors.toMap(Visit::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        Map<TypedReading, Visit> readings = new LinkedHashMap<>();
        visits.values().forEach(visit -> stores.readings().ofVisit(visit.clinic(), visit.id()).stream()
                .filter(TypedReading::stands)
                .forEach(reading -> readings.put(reading, visit)));
        List<EpisodeEntry> entries = stores.entries().ofEpisode(episode.clinic(), episode.id()).stream()
                .filter(entry -> !entry.removed())
                .toList();
        return new OfEpisode(
                episode,
                courses.of(
                        episode,
                        file.results().stream()
                                .filter(result -> visits.containsKey(result.visit()))
                                .toList(),
                        file.symmetries().stream()
                                .filter(symmetry -> visits.containsKey(symmetry.visit()))
                                .toList(),
                        NewBaselines.of(episode, entries)),
                entries,
                readings);
    }
}
