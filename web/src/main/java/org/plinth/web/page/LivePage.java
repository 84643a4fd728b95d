package org.plinth.web.page;

import org.plinth.driver.SensorDrivers;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;

/** {@code GET /visits/:id/live}: where a visit is measured. 404 for a visit of another clinic. */
final class LivePage implements WebModule {

    private final PageParts parts;
    private final LiveViews views;

    LivePage(PageParts parts) {
        this.parts = parts;
        this.views = new LiveViews(parts.texts(), SensorDrivers.load().services());
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/visits/:id/live", this::show);
    }

    private Reply show(Request request) {
        VisitFile file = VisitFile.find(parts.store(), request.who().clinicId(), request.id("id"));
        Frame frame = parts.frames()
                .about(
                        request.who(),
                        views.title(),
                        file.patient(),
                        file.forBanner(),
                        views.crumbs(parts.frames(), file.patient(), file.visit()));
        return parts.page(
                "live",
                frame,
                views.of(
                        request.who(),
                        file.visit(),
                        file.episode(),
                        parts.positions(request.who().clinicId())));
    }
}
