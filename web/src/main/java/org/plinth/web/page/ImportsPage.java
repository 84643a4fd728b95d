package org.plinth.web.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.plinth.web.clinic.ImportBatch;
import org.plinth.web.clinic.Role;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.Upload;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.imports.ImportDesk;
import org.plinth.web.imports.ImportFile;
import org.plinth.web.imports.ImportKind;
import org.plinth.web.imports.ImportKinds;

/**
 * {@code GET /imports}: files that came in; {@code POST} takes one to be looked at, 303 to its preview, 400 with the form; {@code GET
 * /imports/templates/:kind}: an empty table.
 */
final class ImportsPage implements WebModule {

    private static final int SHOWN = 100;
    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final PageParts parts;
    private final ImportDesk desk;

    ImportsPage(PageParts parts) {
        this.parts = parts;
        this.desk = desk(parts);
    }

    static ImportDesk desk(PageParts parts) {
        return new ImportDesk(parts.store(), parts.random(), parts.texts().text("import.problem"));
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/imports", request -> page(request, Form.empty()));
        routes.post("/imports", this::open);
        routes.get("/imports/templates/:kind", this::template);
    }

    private Reply template(Request request) {
        ImportKind kind = ImportKinds.find(request.path("kind")).orElseThrow(HttpFailure::notFound);
        byte[] text = kind.template().orElseThrow(HttpFailure::notFound).getBytes(StandardCharsets.UTF_8);
        return Reply.download("text/csv; charset=utf-8; header=present", "plinth-" + kind.id() + ".csv", out -> {
            out.write(MARK); // so that a spreadsheet reads the letters right
            out.write(text);
        });
    }

    private Reply open(Request request) {
        Fields fields = request.fields("kind");
        try {
            ImportKind kind = fields.optionalText("kind", 40)
                    .flatMap(ImportKinds::find)
                    .orElseThrow(() -> new BadRequest("kind", "import.kind.choose"));
            desk.forget(PageParts.act(request, "import.forget"));
            ImportDesk.Opened opened = desk.open(PageParts.act(request, "import.open"), kind, bytes(request.uploads()));
            return Reply.seeOther("/imports/" + opened.batch().id() + (opened.again() ? "?again=1" : ""));
        } catch (BadRequest wrong) {
            return page(request, new Typed(parts.texts()).again(fields, wrong, "kind"))
                    .withStatus(400);
        }
    }

    private static byte[] bytes(List<Upload> uploads) {
        Upload upload = uploads.stream()
                .filter(one -> one.field().equals("file") && one.bytes() > 0)
                .findFirst()
                .orElseThrow(() -> new BadRequest("file", "import.file.none"));
        if (upload.bytes() > ImportFile.MOST_BYTES) {
            throw new BadRequest("file", "import.file.large", ImportFile.MOST_BYTES >> 20);
        }
        try {
            return Files.readAllBytes(upload.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reply page(Request request, Form form) {
        Who who = request.who();
        List<ImportBatch> batches =
                parts.store().read(stores -> stores.imports().newest(who.clinicId(), SHOWN));
        int waiting = parts.store().read(stores -> stores.imports().waiting(who.clinicId()));
        ImportsView view = new ImportsView(
                form,
                ImportKinds.all().stream().map(this::kind).toList(),
                who.role() == Role.CLINICIAN
                        ? Optional.of(parts.texts().count("import.tray.waiting", waiting))
                        : Optional.empty(),
                new TableView(
                        parts.texts().text("import.list"),
                        List.of(
                                parts.texts().text("import.list.when"),
                                parts.texts().text("import.list.kind"),
                                parts.texts().text("import.list.state")),
                        batches.stream().map(batch -> row(who, batch)).toList(),
                        parts.texts().text("import.list.none")));
        return parts.page("imports", parts.frames().of(who, parts.texts().text("import.title"), "/imports"), view);
    }

    private ImportsView.Kind kind(ImportKind kind) {
        return new ImportsView.Kind(
                kind.id(),
                parts.texts().text("import.kind." + kind.id()),
                parts.texts().text("import.what." + kind.id()),
                kind.template().map(text -> "/imports/templates/" + kind.id()));
    }

    private TableView.Row row(Who who, ImportBatch batch) {
        return TableView.Row.to(
                "/imports/" + batch.id(),
                PageParts.numbers(who.clinic()).moment(batch.at()),
                parts.texts().text("import.kind." + batch.kind()),
                parts.texts().text("import.state." + batch.state(), batch.taken(), batch.leftOut()));
    }
}
