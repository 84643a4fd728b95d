package org.plinth.web.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.position.TestPosition;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Consent;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.ErasureStep;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Visit;
import org.plinth.web.http.AccessTable;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.store.Stores;
import org.plinth.web.words.Numbers;

/**
 * {@code GET /patients/:id}: outcome of each position, and visits. {@code POST /patients/:id/visits}: opens today's visit, or the
 * one that is open, and goes to its live page; 409 without an open episode.
 */
final class PatientPage implements WebModule {

    private final PageParts parts;

    PatientPage(PageParts parts) {
        this.parts = parts;
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/patients/:id", this::show);
        routes.post("/patients/:id/visits", this::start);
    }

    private PatientCourses find(Request request) {
        return PatientCourses.find(parts, request.who().clinicId(), request.id("id"), PatientCourses.Visits.ALL);
    }

    /**
     * All that a page shows, from one transaction.
     *
     * @param courses empty where there is no such patient
     * @param erased steps of the erasure that took her away
     * @param access who may see her
     * @param consents oldest first
     */
    private record Here(
            Optional<PatientCourses> courses, List<ErasureStep> erased, AccessSummary access, List<Consent> consents) {}

    private Reply show(Request request) {
        Who who = request.who();
        Id<Patient> id = request.id("id");
        Here here = parts.store().read(stores -> read(stores, who, id, request.at()));
        if (here.courses().isEmpty() && !here.erased().isEmpty()) {
            return erased(who, here.erased());
        }
        return show(who, here.courses().orElseThrow(HttpFailure::notFound), here);
    }

    private Here read(Stores stores, Who who, Id<Patient> id, Instant now) {
        Id<Clinic> clinic = who.clinicId();
        Optional<PatientCourses> found =
                PatientCourses.find(parts, stores, clinic, id, Optional.empty(), PatientCourses.Visits.ALL);
        return found.isEmpty()
                ? new Here(found, stores.erasures().ofPatient(clinic, id), AccessSummary.NONE, List.of())
                : new Here(
                        found,
                        List.of(),
                        new AccessSummaries(parts.texts()).of(stores, who, id, now),
                        stores.consents().ofPatient(clinic, id));
    }

    /** In the place of a patient who was erased: who wanted it, and when it was done; 410. */
    private Reply erased(Who who, List<ErasureStep> steps) {
        Frame frame = parts.frames()
                .under(
                        who,
                        parts.texts().text("privacy.erased.title"),
                        parts.frames().toPatients());
        ErasedView view = new ErasedView(
                ErasureWords.of(parts.texts(), parts.store(), who).of(steps));
        return parts.page("erased", frame, view).withStatus(410);
    }

    private Reply show(Who who, PatientCourses found, Here here) {
        Numbers numbers = PageParts.numbers(who.clinic());
        PositionViews positions = new PositionViews(parts.texts(), numbers);
        PatientView view = new PatientView(
                found.href(),
                about(found, numbers),
                found.open().isPresent() && !who.isGuest(),
                found.file().visits().stream().anyMatch(visit -> !visit.closed()),
                found.courses().stream()
                        .map(course -> positions.of(
                                course, found.episode().orElseThrow().involvement(), found.href(), found.trust()))
                        .toList(),
                visits(found, numbers),
                links(who, found),
                here.access(),
                AccessTable.find("GET", "/patients/:id/account")
                        .filter(rule -> rule.roles().contains(who.role()))
                        .isPresent(),
                new ConsentWords(parts.texts(), numbers).stand(here.consents()));
        Frame frame = parts.frames()
                .about(
                        who,
                        found.patient().name(),
                        found.patient(),
                        found.open(),
                        parts.frames().toPatients());
        return parts.page("patient", frame, view);
    }

    /** What else there is to her record; each page asks again who may. */
    private List<Frame.Crumb> links(Who who, PatientCourses found) {
        List<Frame.Crumb> links = new ArrayList<>();
        found.file()
                .episodes()
                .forEach(episode -> links.add(
                        link("progress.link", found.href() + "/episodes/" + episode.id(), episode.problem())));
        links.add(link("privacy.record.details", found.href() + "/edit"));
        if (who.role() == Role.CLINICIAN) {
            found.file()
                    .episodes()
                    .forEach(episode -> links.add(link(
                            "privacy.record.episode",
                            found.href() + "/episodes/" + episode.id() + "/edit",
                            episode.problem())));
        }
        links.add(link("privacy.record.history", found.href() + "/history"));
        if (who.role() == Role.CLINICIAN) {
            links.add(link("privacy.title", found.href() + "/privacy"));
        }
        return links;
    }

    private Frame.Crumb link(String key, String href, Object... arguments) {
        return new Frame.Crumb(parts.texts().text(key, arguments), href);
    }

    private String about(PatientCourses found, Numbers numbers) {
        return found.episode().map(episode -> about(episode, numbers)).orElseGet(() -> parts.texts()
                .text("page.patient.about.none"));
    }

    private String about(Episode episode, Numbers numbers) {
        String opened = numbers.date(episode.openedOn());
        return episode.closedOn()
                .map(closed -> parts.texts()
                        .text("page.patient.about.closed", episode.problem(), opened, numbers.date(closed)))
                .orElseGet(() -> parts.texts().text("page.patient.about", episode.problem(), opened));
    }

    private List<PatientView.VisitRow> visits(PatientCourses found, Numbers numbers) {
        List<PatientView.VisitRow> rows = new ArrayList<>();
        found.file().visits().forEach(visit -> rows.add(row(visit, found.file().tests(), found.positions(), numbers)));
        Collections.reverse(rows);
        return rows;
    }

    private PatientView.VisitRow row(
            Visit visit, List<PositionTest> tests, PositionCatalogue positions, Numbers numbers) {
        String tested = tests.stream()
                .filter(test -> test.visit().equals(visit.id()))
                .map(test -> positions
                        .find(test.positionId(), test.protocolVersion())
                        .map(TestPosition::name)
                        .orElse(test.positionId()))
                .distinct()
                .collect(Collectors.joining("; "));
        return new PatientView.VisitRow(
                numbers.date(visit.date()),
                tested.isEmpty()
                        ? parts.texts().text("page.patient.tested.none")
                        : parts.texts().text("page.patient.tested", tested),
                parts.texts().text(visit.closed() ? "page.visit.closed" : "page.visit.open"),
                "/visits/" + visit.id());
    }

    private Reply start(Request request) {
        request.fields();
        PatientCourses found = find(request);
        Episode episode = found.open().orElseThrow(() -> HttpFailure.conflict("page.visit.noepisode"));
        Visit visit = parts.desk()
                .open(PageParts.act(request, "visit.open"), found.patient().id(), episode.id());
        return Reply.seeOther("/visits/" + visit.id() + "/live");
    }
}
