package org.plinth.web.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Visit;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.measure.Course;
import org.plinth.web.measure.Courses;
import org.plinth.web.position.ClinicPositions;
import org.plinth.web.store.PatientStore.PatientFile;
import org.plinth.web.store.Store;

/**
 * A patient with the courses of the episode that is shown: the open one, or else the newest.
 *
 * @param file all that is known of her
 * @param episode the one shown; empty without any
 * @param positions of the clinic, in every version
 * @param courses one for each position tested in it
 */
record PatientCourses(PatientFile file, Optional<Episode> episode, PositionCatalogue positions, List<Course> courses) {

    /** Which visits count. */
    enum Visits {
        /** All: for the clinician. */
        ALL,
        /** Closed ones: for the patient, to whom a result goes when the visit is closed. */
        CLOSED
    }

    /** The patient of this id in this clinic; 404 if there is none. */
    static PatientCourses find(Store store, ClinicPositions known, Id<Clinic> clinic, Id<Patient> id, Visits which) {
        PositionCatalogue positions = store.read(stores -> known.of(stores, clinic));
        PatientFile file =
                store.read(stores -> stores.patients().file(clinic, id)).orElseThrow(HttpFailure::notFound);
        Optional<Episode> shown = file.episodes().stream()
                .filter(episode -> episode.closedOn().isEmpty())
                .findFirst()
                .or(() -> file.episodes().stream().findFirst());
        return new PatientCourses(
                file,
                shown,
                positions,
                shown.map(episode -> courses(file, episode, positions, which)).orElse(List.of()));
    }

    private static List<Course> courses(PatientFile file, Episode episode, PositionCatalogue positions, Visits which) {
        Set<Id<Visit>> counted = file.visits().stream()
                .filter(visit -> visit.episode().equals(episode.id()))
                .filter(visit -> which == Visits.ALL || visit.closed())
                .map(Visit::id)
                .collect(Collectors.toSet());
        return new Courses(positions)
                .of(
                        episode,
                        file.results().stream()
                                .filter(result -> counted.contains(result.visit()))
                                .toList(),
                        file.symmetries().stream()
                                .filter(symmetry -> counted.contains(symmetry.visit()))
                                .toList());
    }

    Patient patient() {
        return file.patient();
    }

    String href() {
        return "/patients/" + file.patient().id();
    }

    /** The episode, while it is open. */
    Optional<Episode> open() {
        return episode.filter(shown -> shown.closedOn().isEmpty());
    }
}
