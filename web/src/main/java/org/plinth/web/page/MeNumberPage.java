package org.plinth.web.page;

import java.util.List;
import org.plinth.core.formula.Formulas;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;

/** {@code GET /me/numbers/:formula}: what a number of the patient's page means, in plain words and nothing more (decision S10). */
final class MeNumberPage implements WebModule {

    private final PageParts parts;

    MeNumberPage(PageParts parts) {
        this.parts = parts;
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/me/numbers/:formula", this::show);
    }

    private Reply show(Request request) {
        String key = "number.plain."
                + Formulas.find(request.path("formula"))
                        .orElseThrow(HttpFailure::notFound)
                        .id();
        if (!parts.texts().has(key)) {
            throw HttpFailure.notFound();
        }
        Frame frame = parts.frames()
                .under(
                        request.who(),
                        parts.texts().text("number.plain.title"),
                        List.of(new Frame.Crumb(parts.texts().text("page.nav.me"), "/me")));
        return parts.page("menumber", frame, parts.texts().text(key));
    }
}
