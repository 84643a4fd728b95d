package org.plinth.web.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Visit;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.measure.Courses;
import org.plinth.web.progress.NewBaselines;
import org.plinth.web.report.Audience;
import org.plinth.web.report.Issued;
import org.plinth.web.store.PatientStore.PatientFile;
import org.plinth.web.store.RecordingStore.TrialOf;
import org.plinth.web.trust.TrustBook;

/**
 * All that papers of an episode are written from, read in one transaction.
 *
 * @param clinic where
 * @param file of the patient
 * @param episode which
 * @param entries what was noted
 * @param positions of the clinic, in every version
 * @param trust in calibrations
 * @param trials of a visit, read when they are needed
 */
record ReportFile(
        Clinic clinic,
        PatientFile file,
        Episode episode,
        List<EpisodeEntry> entries,
        PositionCatalogue positions,
        TrustBook trust,
        Function<Id<Visit>, List<TrialOf>> trials) {

    /** What a report says is not about itself, nor about what she was promised that nobody watches. */
    private static final Set<String> LEFT_OUT = Set.of(Issued.KIND, "answer");

    /** Of this patient in this clinic; 404 if it is not hers. */
    static ReportFile find(PageParts parts, Clinic clinic, Id<Patient> patient, Id<Episode> episode) {
        return parts.store()
                .read(stores -> stores.patients().file(clinic.id(), patient).flatMap(file -> file.episodes().stream()
                        .filter(one -> one.id().equals(episode))
                        .findFirst()
                        .map(one -> new ReportFile(
                                clinic,
                                file,
                                one,
                                stores.entries().ofEpisode(clinic.id(), episode),
                                parts.clinicPositions().of(stores, clinic.id()),
                                TrustBook.ofPatient(stores, clinic.id(), patient),
                                visit -> parts.store()
                                        .read(later -> later.recordings().trialsOfVisit(clinic.id(), visit))))))
                .orElseThrow(HttpFailure::notFound);
    }

    String href() {
        return "/patients/" + file.patient().id() + "/episodes/" + episode.id();
    }

    List<Issued> issued() {
        return Issued.of(entries);
    }

    /** Whether there was a test at a visit begun after this moment. */
    boolean newerThan(Instant at) {
        Set<Id<Visit>> later = file.visits().stream()
                .filter(visit -> visit.episode().equals(episode.id()))
                .filter(visit -> visit.startedAt().isAfter(at))
                .map(Visit::id)
                .collect(Collectors.toSet());
        return file.results().stream().anyMatch(result -> later.contains(result.visit()));
    }

    /** As it stood on this day: visits begun by this moment, closed ones alone for the patient. */
    ReportGround on(LocalDate day, Instant until, Audience audience) {
        List<Visit> visits = file.visits().stream()
                .filter(visit -> visit.episode().equals(episode.id()))
                .filter(visit ->
                        !visit.date().isAfter(day) && !visit.startedAt().isAfter(until))
                .filter(visit -> audience != Audience.PATIENT || visit.closed())
                .toList();
        Set<Id<Visit>> counted = visits.stream().map(Visit::id).collect(Collectors.toSet());
        Episode seen = seen(day);
        return new ReportGround(
                this,
                seen,
                visits,
                new Courses(positions, trust)
                        .of(
                                seen,
                                file.results().stream()
                                        .filter(result -> counted.contains(result.visit()))
                                        .toList(),
                                file.symmetries().stream()
                                        .filter(symmetry -> counted.contains(symmetry.visit()))
                                        .toList(),
                                NewBaselines.of(
                                        seen,
                                        entries.stream()
                                                .filter(entry -> !entry.date().isAfter(day))
                                                .toList())),
                entries.stream()
                        .filter(entry -> !entry.date().isAfter(day) && !LEFT_OUT.contains(entry.kind()))
                        .toList(),
                day);
    }

    /** What was closed later was open on that day. */
    private Episode seen(LocalDate day) {
        boolean later = episode.closedOn().filter(day::isBefore).isPresent();
        return later
                ? new Episode(
                        episode.id(),
                        episode.clinic(),
                        episode.patient(),
                        episode.version(),
                        episode.problem(),
                        episode.involvement(),
                        episode.openedOn(),
                        episode.treatmentStartedOn(),
                        Optional.empty(),
                        Optional.empty())
                : episode;
    }
}
