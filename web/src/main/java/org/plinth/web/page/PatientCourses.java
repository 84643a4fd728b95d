package org.plinth.web.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Visit;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.measure.Course;
import org.plinth.web.measure.Courses;
import org.plinth.web.position.ClinicPositions;
import org.plinth.web.progress.NewBaselines;
import org.plinth.web.store.PatientStore.PatientFile;
import org.plinth.web.store.Stores;
import org.plinth.web.trust.TrustBook;

/**
 * A patient with the courses of the episode that is shown: the open one, or else the newest.
 *
 * @param file all that is known of her
 * @param episode the one shown; empty without any
 * @param positions of the clinic, in every version
 * @param courses one for each position tested in it
 * @param trust in the calibrations behind its results
 */
record PatientCourses(
        PatientFile file,
        Optional<Episode> episode,
        PositionCatalogue positions,
        List<Course> courses,
        TrustBook trust) {

    /** Which visits count. */
    enum Visits {
        /** All: for the clinician. */
        ALL,
        /** Closed ones: for the patient, to whom a result goes when the visit is closed. */
        CLOSED
    }

    /** The patient of this id in this clinic; 404 if there is none. */
    static PatientCourses find(PageParts parts, Id<Clinic> clinic, Id<Patient> id, Visits which) {
        return find(parts, clinic, id, Optional.empty(), which);
    }

    /** The same with this episode of hers, and with none where it is not hers. */
    static PatientCourses find(
            PageParts parts, Id<Clinic> clinic, Id<Patient> id, Optional<Id<Episode>> wanted, Visits which) {
        return parts.store()
                .read(stores -> find(parts, stores, clinic, id, wanted, which))
                .orElseThrow(HttpFailure::notFound);
    }

    /** The same in a transaction that reads more. */
    static Optional<PatientCourses> find(
            PageParts parts,
            Stores stores,
            Id<Clinic> clinic,
            Id<Patient> id,
            Optional<Id<Episode>> wanted,
            Visits which) {
        return parts.kept()
                .courses()
                .find(
                        stores,
                        clinic,
                        id,
                        wanted,
                        which,
                        now -> read(now, parts.clinicPositions(), clinic, id, wanted, which));
    }

    private static Optional<PatientCourses> read(
            Stores stores,
            ClinicPositions known,
            Id<Clinic> clinic,
            Id<Patient> id,
            Optional<Id<Episode>> wanted,
            Visits which) {
        return stores.patients()
                .file(clinic, id)
                .map(file -> of(
                        file,
                        wanted,
                        known.of(stores, clinic),
                        which,
                        TrustBook.ofPatient(stores, clinic, id),
                        stores.overview().entries(clinic, NewBaselines.KIND, List.of(id))));
    }

    private static PatientCourses of(
            PatientFile file,
            Optional<Id<Episode>> wanted,
            PositionCatalogue positions,
            Visits which,
            TrustBook trust,
            List<EpisodeEntry> events) {
        Optional<Episode> shown = wanted.isPresent()
                ? file.episodes().stream()
                        .filter(episode -> wanted.get().equals(episode.id()))
                        .findFirst()
                : file.episodes().stream()
                        .filter(episode -> episode.closedOn().isEmpty())
                        .findFirst()
                        .or(() -> file.episodes().stream().findFirst());
        return new PatientCourses(
                file,
                shown,
                positions,
                shown.map(episode -> courses(file, episode, which, new Courses(positions, trust), events))
                        .orElse(List.of()),
                trust);
    }

    private static List<Course> courses(
            PatientFile file, Episode episode, Visits which, Courses courses, List<EpisodeEntry> events) {
        Set<Id<Visit>> counted = file.visits().stream()
                .filter(visit -> visit.episode().equals(episode.id()))
                .filter(visit -> which == Visits.ALL || visit.closed())
                .map(Visit::id)
                .collect(Collectors.toSet());
        return courses.of(
                episode,
                file.results().stream()
                        .filter(result -> counted.contains(result.visit()))
                        .toList(),
                file.symmetries().stream()
                        .filter(symmetry -> counted.contains(symmetry.visit()))
                        .toList(),
                NewBaselines.of(episode, events));
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
