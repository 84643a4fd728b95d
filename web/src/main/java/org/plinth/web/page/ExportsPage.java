package org.plinth.web.page;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plinth.driver.Ledger;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Role;
import org.plinth.web.export.ReadingsCsv;
import org.plinth.web.export.ResultsCsv;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.privacy.Included;
import org.plinth.web.privacy.Purpose;

/**
 * {@code GET /exports}: what can be taken away. {@code GET /api/export/results.csv}: the file, with names for clinicians and with
 * pseudonyms for auditors; {@code GET /api/export/readings.csv}: the same for values without a raw record.
 */
final class ExportsPage implements WebModule {

    private static final int MOST_RECORDINGS = 100;

    /** How many patients the file leaves out because of what they said. */
    private static final String LEFT_OUT = "X-Plinth-Left-Out";

    private final PageParts parts;

    ExportsPage(PageParts parts) {
        this.parts = parts;
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/exports", this::show);
        routes.get("/api/export/results.csv", this::results);
        routes.get("/api/export/readings.csv", this::readings);
    }

    private ResultsCsv csv(Purpose purpose) {
        return purpose == Purpose.CARE ? ResultsCsv.named() : ResultsCsv.pseudonymous(parts.pseudonyms(), purpose);
    }

    private ReadingsCsv readingsCsv(Purpose purpose) {
        return purpose == Purpose.CARE ? ReadingsCsv.named() : ReadingsCsv.pseudonymous(parts.pseudonyms(), purpose);
    }

    /** A clinician takes her own record; an auditor says what for, and without a word it is to look at the clinic's own work. */
    private static Purpose purpose(Request request) {
        if (request.who().role() == Role.CLINICIAN) {
            return Purpose.CARE;
        }
        Purpose asked = request.query().optionalOneOf("purpose", Purpose.class).orElse(Purpose.AUDIT);
        if (asked == Purpose.CARE) {
            throw new BadRequest("purpose", "privacy.export.purpose");
        }
        return asked;
    }

    private int leftOut(Who who, Purpose purpose) {
        Id<Clinic> clinic = who.clinicId();
        return parts.store().read(stores -> Included.of(stores, clinic, purpose).leftOut(stores, clinic));
    }

    private List<ExportsView.Take> takes(Who who) {
        List<Purpose> purposes =
                who.role() == Role.CLINICIAN ? List.of(Purpose.CARE) : List.of(Purpose.AUDIT, Purpose.RESEARCH);
        return purposes.stream()
                .map(purpose -> new ExportsView.Take(
                        parts.texts().text("privacy.export.take." + purpose),
                        "/api/export/results.csv" + (purpose == Purpose.RESEARCH ? "?purpose=research" : ""),
                        parts.texts().text("privacy.export.readings." + purpose),
                        "/api/export/readings.csv" + (purpose == Purpose.RESEARCH ? "?purpose=research" : ""),
                        purpose == Purpose.CARE
                                ? Optional.empty()
                                : Optional.of(parts.texts()
                                        .count("privacy.export.leftOut." + purpose, leftOut(who, purpose)))))
                .toList();
    }

    private Reply show(Request request) {
        Who who = request.who();
        Purpose first = who.role() == Role.CLINICIAN ? Purpose.CARE : Purpose.AUDIT;
        List<ExportsView.RecordingRow> recordings = who.role() == Role.AUDITOR ? recordings(request) : List.of();
        Optional<String> captures = who.role() != Role.AUDITOR
                ? Optional.empty()
                : Optional.of(
                        recordings.isEmpty()
                                ? parts.texts().text("page.exports.captures.none")
                                : parts.texts().text("page.exports.captures.what", recordings.size()));
        ExportsView view = new ExportsView(
                parts.texts().text("page.exports.what." + who.role().name()),
                columns(csv(first).columns()),
                columns(readingsCsv(first).columns()),
                captures,
                recordings,
                takes(who));
        return parts.page(
                "exports", parts.frames().of(who, parts.texts().text("page.exports.title"), "/exports"), view);
    }

    private List<ExportsView.Column> columns(List<String> names) {
        return names.stream()
                .map(name -> new ExportsView.Column(name, parts.texts().text("export.column." + name)))
                .toList();
    }

    /** Without name, side, position or date; who the patient is stands in the results file by the same pseudonym. */
    private List<ExportsView.RecordingRow> recordings(Request request) {
        Who who = request.who();
        Set<Id<Patient>> hidden = hidden(request);
        List<Recording> newest = parts.store().read(stores -> {
            Included included = Included.of(stores, who.clinicId(), Purpose.AUDIT);
            return stores.recordings().newest(who.clinicId(), MOST_RECORDINGS).stream()
                    .filter(recording -> included.has(recording.patient()))
                    .toList();
        });
        String unknown = parts.texts().text("page.arrived.unknown");
        return newest.stream()
                .filter(recording -> !hidden.contains(recording.patient()))
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

    private Reply results(Request request) {
        return file(request, "results", (purpose, hidden, out) -> csv(purpose)
                .write(parts.store(), request.who().clinicId(), hidden, out));
    }

    private Reply readings(Request request) {
        return file(request, "readings", (purpose, hidden, out) -> readingsCsv(purpose)
                .write(parts.store(), request.who().clinicId(), hidden, out));
    }

    /** What writes a file. */
    @FunctionalInterface
    private interface Writing {

        void to(Purpose purpose, Set<Id<Patient>> hidden, OutputStream out) throws IOException;
    }

    private Reply file(Request request, String name, Writing writing) {
        Who who = request.who();
        Purpose purpose = purpose(request);
        int leftOut = leftOut(who, purpose);
        if (purpose == Purpose.RESEARCH) {
            parts.store().write(PageParts.act(request, "export." + name + ".research"), stores -> {
                stores.audit().note("clinic:" + who.clinicId());
                return true;
            });
        }
        // By pseudonym an audit counts everybody; by name a clinician takes along only whom she may see.
        Set<Id<Patient>> hidden = who.role() == Role.CLINICIAN ? hidden(request) : Set.of();
        return Reply.download(
                        "text/csv; charset=utf-8; header=present",
                        "plinth-" + name + ".csv",
                        out -> writing.to(purpose, hidden, out))
                .withHeader(LEFT_OUT, Integer.toString(leftOut));
    }

    private Set<Id<Patient>> hidden(Request request) {
        Who who = request.who();
        return parts.store().read(stores -> stores.access().hidden(who.clinicId(), who.id(), request.at()));
    }
}
