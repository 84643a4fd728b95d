package org.plinth.web.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Role;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.progress.EpisodeReading;
import org.plinth.web.progress.PrescriptionBlocks;
import org.plinth.web.progress.ScoreCourse;

/** {@code GET /patients/:id/episodes/:episode}: an episode as a whole, for who treats the patient. */
final class EpisodePage implements WebModule {

    private final PageParts parts;

    EpisodePage(PageParts parts) {
        this.parts = parts;
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/patients/:id/episodes/:episode", this::show);
    }

    /**
     * An episode with everything that is known of it, on one day.
     *
     * @param found the patient and the courses of this episode
     * @param episode which
     * @param entries what was noted
     * @param today in the clinic's zone
     */
    record Known(PatientCourses found, Episode episode, List<EpisodeEntry> entries, LocalDate today) {

        String href() {
            return found.href() + "/episodes/" + episode.id();
        }

        EpisodeReading reading() {
            return EpisodeReading.of(episode, found.courses(), entries, today);
        }
    }

    /** Of this patient in this clinic; 404 if it is not hers. */
    static Known known(PageParts parts, Request request, PatientCourses.Visits which) {
        Id<Clinic> clinic = request.who().clinicId();
        Id<Episode> id = request.id("episode");
        PatientCourses found = PatientCourses.find(parts, clinic, request.id("id"), Optional.of(id), which);
        Episode episode = found.episode().filter(one -> one.id().equals(id)).orElseThrow(HttpFailure::notFound);
        List<EpisodeEntry> entries =
                parts.store().read(stores -> stores.entries().ofEpisode(clinic, id));
        LocalDate today =
                LocalDate.ofInstant(request.at(), request.who().clinic().zone());
        return new Known(found, episode, entries, today);
    }

    private Reply show(Request request) {
        Who who = request.who();
        Known known = known(parts, request, PatientCourses.Visits.ALL);
        EpisodeViews views =
                new EpisodeViews(parts.texts(), PageParts.numbers(who.clinic()), who.role(), who.isGuest());
        EpisodeReading reading = known.reading();
        EpisodeView view = new EpisodeView(
                views.about(known),
                known.episode().closedOn().isPresent(),
                views.reading(known, reading),
                views.warnings(reading),
                new EpisodeCharts(parts.texts(), PageParts.numbers(who.clinic()), parts.charts())
                        .pictures(known, who.clinic().displayUnit()),
                who.role() == Role.CLINICIAN
                        ? views.criteria(known, who.clinic().thresholdPercent())
                        : List.of(),
                views.blocks(
                        PrescriptionBlocks.of(known.entries(), known.found().courses(), known.today())),
                views.outcomes(ScoreCourse.of(known.entries())),
                views.notes(known),
                views.groups(known),
                views.links(known),
                views.papers(known));
        Frame frame = parts.frames()
                .about(
                        who,
                        parts.texts().text("progress.title"),
                        known.found().patient(),
                        Optional.of(known.episode()),
                        parts.frames().toPatient(known.found().patient()));
        return parts.page("episode", frame, view);
    }
}
