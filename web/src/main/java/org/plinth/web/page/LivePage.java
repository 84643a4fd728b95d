package org.plinth.web.page;

import java.util.Optional;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Visit;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.store.Store;
import org.plinth.web.store.Stores;

/** {@code GET /visits/:id/live}: where a visit is measured. 404 for a visit that is not there. */
public final class LivePage implements WebModule {

    private final Store store;
    private final Frames frames;
    private final Templates templates;
    private final LiveViews views;

    /** Over this store. */
    public LivePage(Store store, Frames frames, Templates templates, LiveViews views) {
        this.store = store;
        this.frames = frames;
        this.templates = templates;
        this.views = views;
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/visits/:id/live", this::live);
    }

    /** Whose visit it is. */
    private record Known(Visit visit, Patient patient, Episode episode) {}

    private Reply live(Request request) {
        Who who = request.who();
        Id<Visit> id = request.id("id");
        Known known = store.read(stores -> find(stores, who, id)).orElseThrow(HttpFailure::notFound);
        Frame frame = frames.about(
                who,
                views.title(),
                known.patient(),
                Optional.of(known.episode()),
                views.crumbs(frames, known.patient(), known.visit()));
        LiveView view = views.of(who, known.visit(), known.episode());
        return Reply.html(templates.render("live", frame, view));
    }

    private static Optional<Known> find(Stores stores, Who who, Id<Visit> id) {
        return stores.visits().find(who.clinicId(), id).flatMap(visit -> stores.patients()
                .find(who.clinicId(), visit.patient())
                .flatMap(patient -> stores.episodes()
                        .find(who.clinicId(), visit.episode())
                        .map(episode -> new Known(visit, patient, episode))));
    }
}
