package org.plinth.web.page;

import org.plinth.web.EngineVersion;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;

/** {@code GET /about}: what this is for and what it is not; version and licence. */
final class AboutPage implements WebModule {

    private final PageParts parts;

    AboutPage(PageParts parts) {
        this.parts = parts;
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/about", this::show);
    }

    private Reply show(Request request) {
        String title = parts.texts().text("page.about.title");
        Frame frame = request.caller()
                .map(who -> parts.frames().of(who, title, "/about"))
                .orElseGet(() -> parts.frames().bare(title));
        return parts.page("about", frame, EngineVersion.current());
    }
}
