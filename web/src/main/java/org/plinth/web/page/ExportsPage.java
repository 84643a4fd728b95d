package org.plinth.web.page;

import java.util.List;
import java.util.Optional;
import org.plinth.driver.Ledger;
import org.plinth.web.clinic.Recording;
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

    private static final int MOST_RECORDINGS = 100;

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
        List<ExportsView.RecordingRow> recordings = who.role() == Role.AUDITOR ? recordings(who) : List.of();
        Optional<String> captures = who.role() != Role.AUDITOR
                ? Optional.empty()
                : Optional.of(
                        recordings.isEmpty()
                                ? parts.texts().text("page.exports.captures.none")
                                : parts.texts().text("page.exports.captures.what", recordings.size()));
        ExportsView view = new ExportsView(
                parts.texts().text("page.exports.what." + who.role().name()), columns, captures, recordings);
        return parts.page(
                "exports", parts.frames().of(who, parts.texts().text("page.exports.title"), "/exports"), view);
    }

    /** Without name, side, position or date; who the patient is stands in the results file by the same pseudonym. */
    private List<ExportsView.RecordingRow> recordings(Who who) {
        List<Recording> newest =
                parts.store().read(stores -> stores.recordings().newest(who.clinicId(), MOST_RECORDINGS));
        String unknown = parts.texts().text("page.arrived.unknown");
        return newest.stream()
                .map(recording -> new ExportsView.RecordingRow(
                        parts.pseudonyms().of("P", recording.patient()),
                        recording.driverId(),
                        recording
                                .ledger()
                                .map(ledger -> Long.toString(ledger.received()))
                                .orElse(unknown),
                        recording.ledger().map(this::lost).orElse(unknown),
                        "/api/recordings/" + recording.id() + "/capture"))
                .toList();
    }

    private String lost(Ledger ledger) {
        return ledger.lost().isPresent()
                ? Long.toString(ledger.lost().getAsLong())
                : parts.texts().text("page.arrived.uncountable");
    }

    private Reply file(Request request) {
        Who who = request.who();
        return Reply.download("text/csv; charset=utf-8; header=present", "plinth-results.csv", out -> csv(who).write(
                        parts.store(), who.clinicId(), out));
    }
}
