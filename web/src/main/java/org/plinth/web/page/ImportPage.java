package org.plinth.web.page;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.plinth.web.clinic.ImportBatch;
import org.plinth.web.edit.PatientFields;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.imports.ImportDesk;
import org.plinth.web.imports.LeftOutCsv;
import org.plinth.web.imports.Obstacle;
import org.plinth.web.imports.Preview;
import org.plinth.web.imports.PreviewRow;
import org.plinth.web.imports.PreviewRow.Fate;
import org.plinth.web.imports.Question;
import org.plinth.web.imports.UndoDesk;
import org.plinth.web.privacy.DueErasures;

/**
 * {@code GET /imports/:id}: what would happen to a file, or what became of it; {@code POST …/answers}, {@code …/confirm}, {@code …/drop},
 * {@code …/undo}, {@code …/erase}. 400 with what is open, 409 where it is done already, 412 for an old version.
 */
final class ImportPage implements WebModule {

    private static final String IMPORT = "/imports/:id";
    private static final String WITHOUT = "withoutWrong";

    private final PageParts parts;
    private final ImportDesk desk;
    private final UndoDesk undo;
    private final ImportViews views;

    ImportPage(PageParts parts) {
        this.parts = parts;
        this.desk = ImportsPage.desk(parts);
        this.undo = new UndoDesk(parts.store());
        this.views = new ImportViews(parts, undo);
    }

    @Override
    public void mount(Routes routes) {
        routes.get(IMPORT, this::show);
        routes.post(IMPORT + "/answers", this::answer);
        routes.get(IMPORT + "/left-out.csv", this::leftOut);
        routes.post(IMPORT + "/confirm", this::confirm);
        routes.post(IMPORT + "/drop", this::drop);
        routes.post(IMPORT + "/undo", this::undo);
        routes.post(IMPORT + "/erase", this::erase);
    }

    private ImportBatch batch(Request request) {
        return parts.store()
                .read(stores -> stores.imports().find(request.who().clinicId(), request.id("id")))
                .orElseThrow(HttpFailure::notFound);
    }

    private Optional<Preview> preview(Request request, ImportBatch batch) {
        return batch.state() == ImportBatch.State.PREVIEW ? desk.preview(batch, today(request)) : Optional.empty();
    }

    private static LocalDate today(Request request) {
        return LocalDate.ofInstant(request.at(), request.who().clinic().zone());
    }

    private Reply show(Request request) {
        Optional<String> said =
                request.query().has("again") ? Optional.of(parts.texts().text("import.again")) : Optional.empty();
        return page(request, batch(request), said);
    }

    private Reply page(Request request, ImportBatch batch, Optional<String> said) {
        return page(request, batch, said, List.of());
    }

    private Reply page(Request request, ImportBatch batch, Optional<String> said, List<Obstacle> obstacles) {
        Frame frame = parts.frames()
                .under(
                        request.who(),
                        parts.texts().text("import.kind." + batch.kind()),
                        "/imports",
                        List.of(new Frame.Crumb(parts.texts().text("import.title"), "/imports")));
        return parts.page(
                "importfile",
                said.map(frame::saying).orElse(frame),
                views.of(request, batch, preview(request, batch), obstacles));
    }

    private Preview open(Request request, ImportBatch batch) {
        return preview(request, batch).orElseThrow(() -> HttpFailure.conflict("import.late"));
    }

    private Reply answer(Request request) {
        ImportBatch batch = batch(request);
        List<Question> questions = open(request, batch).found().questions();
        Fields fields = request.fields(questions.stream().map(Question::name).toArray(String[]::new));
        Map<String, String> answers = new HashMap<>(batch.answers());
        for (Question question : questions) {
            Optional<String> answer = fields.optionalText(question.name(), 40);
            answer.filter(text -> question.choices().stream()
                            .noneMatch(choice -> choice.value().equals(text)))
                    .ifPresent(text -> {
                        throw new BadRequest(question.name(), "import.answer");
                    });
            answers.remove(question.name());
            answer.ifPresent(text -> answers.put(question.name(), text));
        }
        desk.answer(PageParts.act(request, "import.answer"), batch.answering(answers), request.versionSeen());
        return Reply.seeOther("/imports/" + batch.id());
    }

    private Reply leftOut(Request request) {
        ImportBatch batch = batch(request);
        Preview preview = open(request, batch);
        byte[] file = desk.file(batch).orElseThrow(HttpFailure::notFound);
        return Reply.download(
                "text/csv; charset=utf-8; header=present", "plinth-left-out.csv", out -> new LeftOutCsv(parts.texts())
                        .write(preview, file, out));
    }

    private Reply confirm(Request request) {
        ImportBatch batch = batch(request);
        Preview preview = open(request, batch);
        List<Long> asked = preview.rows().stream()
                .filter(row -> row.fate() == Fate.HERE_ALREADY)
                .map(PreviewRow::row)
                .map(row -> row.line())
                .toList();
        String[] names = Stream.concat(Stream.of(WITHOUT), asked.stream().map(line -> "other" + line))
                .toArray(String[]::new);
        Fields fields = request.fields(names);
        Set<Long> others = new HashSet<>(asked);
        others.removeIf(line -> !fields.has("other" + line));
        boolean without = fields.has(WITHOUT);
        if (preview.found().isBlocked() || (preview.isPartly() && !without)) {
            return page(request, batch, Optional.of(parts.texts().text("import.blocked")))
                    .withStatus(400);
        }
        desk.confirm(
                PageParts.act(request, "import.confirm"),
                batch,
                request.versionSeen(),
                today(request),
                without,
                others);
        return Reply.seeOther("/imports/" + batch.id());
    }

    private Reply drop(Request request) {
        ImportBatch batch = batch(request);
        request.fields();
        desk.drop(PageParts.act(request, "import.drop"), batch, request.versionSeen());
        return Reply.seeOther("/imports");
    }

    private Reply undo(Request request) {
        ImportBatch batch = batch(request);
        String reason = request.fields("reason").text("reason", PatientFields.MOST_REASON);
        List<Obstacle> obstacles = undo.obstacles(batch);
        if (!obstacles.isEmpty()) {
            return page(request, batch, Optional.of(parts.texts().text("import.built")), obstacles)
                    .withStatus(409);
        }
        undo.undo(PageParts.act(request, "import.undo", reason), batch, request.versionSeen());
        return Reply.seeOther("/imports/" + batch.id());
    }

    private Reply erase(Request request) {
        ImportBatch batch = batch(request);
        String reason = request.fields("reason").text("reason", PatientFields.MOST_REASON);
        boolean own = undo.waiting(batch).stream()
                .anyMatch(step -> step.author().equals(request.who().id()));
        if (own) {
            throw HttpFailure.conflict("import.erase.other");
        }
        undo.confirm(PageParts.act(request, "erasure.confirm", reason), batch);
        new DueErasures(parts.store(), parts.eraser()).run(request.at());
        return Reply.seeOther("/imports/" + batch.id());
    }
}
