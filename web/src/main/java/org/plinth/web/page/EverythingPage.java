package org.plinth.web.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.SetUpPhoto;
import org.plinth.web.clinic.Visit;
import org.plinth.web.export.SubjectZip;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.store.Stores;

/**
 * {@code GET /patients/:id/everything.zip}: all that is held about one person, for a clinician or for herself (articles 15 and 20 of the
 * General Data Protection Regulation). Noted in the audit log before the first byte goes out. 404 for another's.
 */
final class EverythingPage implements WebModule {

    private static final int SHOWN_OF_ID = 8;

    private final PageParts parts;
    private final VisitShown visits;
    private final SubjectZip zip;

    EverythingPage(PageParts parts) {
        this.parts = parts;
        this.visits = new VisitShown(parts);
        this.zip = new SubjectZip(parts.raw(), parts.texts());
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/patients/:id/everything.zip", this::everything);
    }

    private Reply everything(Request request) {
        Who who = request.who();
        Id<Patient> id = request.id("id");
        if (who.account().guardian().isPresent()) {
            throw HttpFailure.conflict("me.wrong.guardian");
        }
        parts.store().write(PageParts.act(request, "export.subject"), stores -> {
            if (stores.patients().find(who.clinicId(), id).isEmpty()) {
                throw HttpFailure.notFound();
            }
            stores.audit().note("patient:" + id);
            return id;
        });
        SubjectZip.Content content =
                content(who, id, LocalDate.ofInstant(request.at(), who.clinic().zone()));
        String name = "plinth-record-" + id.toString().substring(0, SHOWN_OF_ID) + "-"
                + LocalDate.ofInstant(request.at(), who.clinic().zone()) + ".zip";
        return Reply.download("application/zip", name, out -> zip.write(content, out));
    }

    private SubjectZip.Content content(Who who, Id<Patient> id, LocalDate today) {
        return parts.store().read(stores -> {
            List<Recording> others = stores.recordings().setAside(who.clinicId(), id);
            Set<Id<Recording>> aside = others.stream().map(Recording::id).collect(Collectors.toSet());
            List<Visit> held = stores.visits().ofPatient(who.clinicId(), id);
            List<Recording> recordings = held.stream()
                    .flatMap(visit -> stores.recordings().ofVisit(who.clinicId(), visit.id()).stream())
                    .filter(recording -> recording.state() != Recording.State.OPEN)
                    .filter(recording -> !aside.contains(recording.id()))
                    .toList();
            List<String> about = new ArrayList<>(List.of(parts.texts()
                    .text(
                            "privacy.zip.about",
                            who.clinic().name(),
                            PageParts.numbers(who.clinic()).date(today))));
            if (!aside.isEmpty()) {
                about.add(parts.texts().count("privacy.zip.aside", aside.size()));
            }
            return new SubjectZip.Content(
                    stores.subject().rows(who.clinicId(), id),
                    recordings,
                    documents(who, photos(stores, who, id), held),
                    about);
        });
    }

    /** None of a test that is another patient's as a whole: it shows her leg. */
    private static List<SetUpPhoto> photos(Stores stores, Who who, Id<Patient> id) {
        Set<Id<PositionTest>> others = stores.recordings().testsSetAside(who.clinicId(), id);
        return stores.photos().kept(who.clinicId(), id).stream()
                .filter(photo -> !others.contains(photo.test()))
                .toList();
    }

    private Map<String, SubjectZip.Document> documents(Who who, List<SetUpPhoto> photos, List<Visit> held) {
        Map<String, SubjectZip.Document> all = new LinkedHashMap<>();
        for (SetUpPhoto photo : photos) {
            String name =
                    "photos/" + LocalDate.ofInstant(photo.at(), who.clinic().zone()) + "-" + photo.side() + "-"
                            + photo.test().toString().substring(0, SHOWN_OF_ID) + "-" + photo.number() + ".jpg";
            all.put(name, out -> out.write(picture(photo)));
        }
        if (who.role() != Role.PATIENT) {
            all.putAll(papers(who, held));
        }
        return all;
    }

    /** An empty file is one that cannot be opened any more. */
    private byte[] picture(SetUpPhoto photo) {
        return parts.store().read(stores -> stores.photos().picture(photo)).orElseGet(() -> new byte[0]);
    }

    /** The sheets that a clinician reads; drawn when their turn comes. */
    private Map<String, SubjectZip.Document> papers(Who who, List<Visit> held) {
        Map<String, SubjectZip.Document> papers = new LinkedHashMap<>();
        for (Visit visit : held) {
            String name = "visits/" + visit.date() + "-" + visit.id().toString().substring(0, SHOWN_OF_ID) + ".pdf";
            papers.put(name, out -> out.write(visits.pdf(who, visit.id())));
        }
        return papers;
    }
}
