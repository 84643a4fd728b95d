package org.plinth.web.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plinth.web.clinic.ErasureStep;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.ImportBatch;
import org.plinth.web.clinic.ImportItem;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Role;
import org.plinth.web.http.Request;
import org.plinth.web.http.Who;
import org.plinth.web.imports.ImportFault;
import org.plinth.web.imports.Obstacle;
import org.plinth.web.imports.Person;
import org.plinth.web.imports.Preview;
import org.plinth.web.imports.PreviewRow;
import org.plinth.web.imports.PreviewRow.Fate;
import org.plinth.web.imports.Question;
import org.plinth.web.imports.UndoDesk;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Numbers;

/** One file in words: its preview, or what became of it. */
final class ImportViews {

    private static final int SHOWN = 200;

    private final PageParts parts;
    private final UndoDesk undo;
    private final Texts texts;

    ImportViews(PageParts parts, UndoDesk undo) {
        this.parts = parts;
        this.undo = undo;
        this.texts = parts.texts();
    }

    /**
     * In words.
     *
     * @param found what stands in the way of taking it out; looked for only when somebody wants that, as it looks through all about
     *     everybody who came with it
     */
    ImportView of(Request request, ImportBatch batch, Optional<Preview> preview, List<Obstacle> found) {
        Who who = request.who();
        boolean in = batch.state() == ImportBatch.State.IN;
        List<ErasureStep> waiting = batch.state() == ImportBatch.State.UNDONE ? undo.waiting(batch) : List.of();
        List<String> obstacles = found.stream().map(one -> obstacle(one)).toList();
        return new ImportView(
                "/imports/" + batch.id(),
                Integer.toString(batch.version()),
                lines(who, batch),
                preview.map(one -> shown(request, one)),
                preview.isPresent() || batch.state() == ImportBatch.State.DROPPED
                        ? Optional.empty()
                        : Optional.of(items(request, batch)),
                obstacles,
                in && obstacles.isEmpty(),
                waiting.isEmpty() ? Optional.empty() : Optional.of(texts.count("import.erase.wait", waiting.size())),
                waiting.stream().noneMatch(step -> step.author().equals(who.id())));
    }

    private List<String> lines(Who who, ImportBatch batch) {
        Numbers numbers = PageParts.numbers(who.clinic());
        List<String> lines = new ArrayList<>();
        lines.add(texts.text("import.state." + batch.state(), batch.taken(), batch.leftOut()));
        lines.add(texts.text(
                "import.file",
                numbers.moment(batch.at()),
                batch.fileBytes(),
                batch.fileSha256().substring(0, 12)));
        if (!batch.reason().isEmpty()) {
            lines.add(texts.text("import.undone.why", batch.reason()));
        }
        return lines;
    }

    private Set<Id<Patient>> hidden(Request request) {
        Who who = request.who();
        return parts.store().read(stores -> stores.access().hidden(who.clinicId(), who.id(), request.at()));
    }

    // ---- a preview

    private ImportView.Shown shown(Request request, Preview preview) {
        ImportWords words =
                new ImportWords(texts, PageParts.numbers(request.who().clinic()));
        Set<Id<Patient>> hidden = hidden(request);
        boolean mayOpen = request.who().role() == Role.CLINICIAN;
        List<ImportFault> wrong = preview.found().wrong().toList();
        List<PreviewRow> rows = preview.rows();
        boolean open = preview.found().questions().stream().anyMatch(Question::isOpen);
        return new ImportView.Shown(
                open
                        ? List.of(texts.text("import.count.open"))
                        : Arrays.stream(Fate.values())
                                .filter(fate -> preview.count(fate) > 0)
                                .map(fate -> texts.count("import.count." + fate, preview.count(fate)))
                                .toList(),
                preview.found().questions().stream().map(words::ask).toList(),
                wrong.stream().limit(SHOWN).map(this::wrong).toList(),
                wrong.size() > SHOWN ? texts.text("import.more", wrong.size() - SHOWN) : "",
                preview.found().notices().stream().map(words::notice).distinct().toList(),
                rows.stream()
                        .limit(SHOWN)
                        .map(row -> row(words, row, hidden, mayOpen, open))
                        .toList(),
                rows.size() > SHOWN ? texts.text("import.more", rows.size() - SHOWN) : "",
                !preview.found().isBlocked() && preview.hasAny(),
                preview.isPartly());
    }

    private ImportView.Wrong wrong(ImportFault fault) {
        Optional<String> anchor = fault.line().isPresent()
                ? Optional.of(anchor(fault.member(), fault.line().getAsLong()))
                : Optional.empty();
        return new ImportView.Wrong(anchor, fault.where(texts), fault.found(), fault.what(texts));
    }

    private static String anchor(int member, long line) {
        return "row-" + member + "-" + line;
    }

    /** What was not read yet, because the answer to a question decides how, is not told as if the file did not say it. */
    private ImportView.Row row(
            ImportWords words, PreviewRow row, Set<Id<Patient>> hidden, boolean mayOpen, boolean open) {
        boolean unread = row.fate() == Fate.WRONG || (open && row.row().person().equals(Person.unknown()));
        return new ImportView.Row(
                anchor(row.row().member(), row.row().line()),
                words.where(row.row()),
                unread ? "" : words.who(row.row().person()),
                unread ? "" : words.content(row.row().content()),
                texts.text("import.fate." + (open && row.fate() != Fate.WRONG ? "open" : row.fate())),
                row.here().filter(id -> mayOpen && !hidden.contains(id)).map(id -> "/patients/" + id),
                row.fate() == Fate.HERE_ALREADY
                        ? Optional.of("other" + row.row().line())
                        : Optional.empty());
    }

    // ---- what became of it

    private TableView items(Request request, ImportBatch batch) {
        boolean clinician = request.who().role() == Role.CLINICIAN;
        Set<Id<Patient>> hidden = hidden(request);
        List<ImportItem> items = parts.store().read(stores -> stores.imports().items(batch.clinic(), batch.id()));
        return new TableView(
                texts.text("import.items"),
                List.of(texts.text("import.item"), texts.text("import.item.what"), texts.text("import.item.state")),
                items.stream()
                        .limit(SHOWN)
                        .map(item -> item(batch, item, clinician, hidden))
                        .toList(),
                texts.text("import.items.none"));
    }

    private TableView.Row item(ImportBatch batch, ImportItem item, boolean clinician, Set<Id<Patient>> hidden) {
        boolean patient = item.kind().equals(ImportItem.PATIENT);
        boolean seen = item.patient().filter(hidden::contains).isEmpty();
        String href = patient
                ? "/patients/" + item.patient().map(Id::toString).orElse("")
                : "/imports/" + batch.id() + "/items/" + item.number();
        boolean stands = item.state() == ImportItem.State.TRAY || item.state() == ImportItem.State.ASSIGNED;
        String[] cells = {
            texts.text("import.item.number", item.number(), item.line()),
            texts.text(patient ? "import.item.patient" : "diary.kind." + item.kind()),
            texts.text("import.item.state." + item.state())
        };
        return clinician && seen && stands ? TableView.Row.to(href, cells) : TableView.Row.of(cells);
    }

    private String obstacle(Obstacle obstacle) {
        String tables = obstacle.tables().stream()
                .map(table -> texts.has("privacy.table." + table) ? texts.text("privacy.table." + table) : table)
                .collect(Collectors.joining(", "));
        return texts.text("import.obstacle." + obstacle.key(), obstacle.item().number(), tables);
    }
}
