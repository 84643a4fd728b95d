package org.plinth.web.page;

import java.util.List;
import org.plinth.web.clinic.Role;
import org.plinth.web.export.ResultsCsv;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;

/**
 * {@code GET /exports}: what can be taken away. {@code GET /api/export/results.csv}: the file, with names for clinicians and with
 * pseudonyms for auditors.
 */
final class ExportsPage implements WebModule {

    private final PageParts parts;

    ExportsPage(PageParts parts) {
        this.parts = parts;
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/exports", this::show);
        routes.get("/api/export/results.csv", this::file);
    }

    private ResultsCsv csv(Who who) {
        return who.role() == Role.CLINICIAN ? ResultsCsv.named() : ResultsCsv.pseudonymous(parts.pseudonyms());
    }

    private Reply show(Request request) {
        Who who = request.who();
        List<ExportsView.Column> columns = csv(who).columns().stream()
                .map(name -> new ExportsView.Column(name, parts.texts().text("export.column." + name)))
                .toList();
        ExportsView view = new ExportsView(
                parts.texts().text("page.exports.what." + who.role().name()), columns);
        return parts.page(
                "exports", parts.frames().of(who, parts.texts().text("page.exports.title"), "/exports"), view);
    }

    private Reply file(Request request) {
        Who who = request.who();
        parts.store().write(PageParts.act(request, "export.results"), stores -> {
            stores.audit().note("clinic:" + who.clinicId());
            return true;
        });
        return Reply.download("text/csv; charset=utf-8; header=present", "plinth-results.csv", out -> csv(who).write(
                        parts.store(), who.clinicId(), out));
    }
}
