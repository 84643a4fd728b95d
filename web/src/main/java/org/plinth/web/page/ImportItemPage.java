package org.plinth.web.page;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.plinth.core.position.TestPosition;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.ImportBatch;
import org.plinth.web.clinic.ImportItem;
import org.plinth.web.clinic.Patient;
import org.plinth.web.diary.EntryKind;
import org.plinth.web.diary.EntryKinds;
import org.plinth.web.diary.EntryReader;
import org.plinth.web.edit.PatientFields;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.imports.ItemWords;
import org.plinth.web.imports.TrayDesk;
import org.plinth.web.words.Numbers;

/**
 * {@code GET /imports/tray}: what waits for a patient; {@code GET|POST /imports/:id/items/:number}: whose one of them is; {@code POST
 * …/back}, {@code …/discard}; {@code GET …/curve.csv}. 400 with the form, 404 for a patient whom the caller may not see, 409 where another was
 * faster.
 */
final class ImportItemPage implements WebModule {

    private static final String ITEM = "/imports/:id/items/:number";
    private static final int SHOWN = 200;
    private static final int MOST_NUMBER = 100_000;

    private final PageParts parts;
    private final TrayDesk tray;
    private final ImportItemViews views;

    ImportItemPage(PageParts parts) {
        this.parts = parts;
        this.tray = new TrayDesk(parts.store());
        this.views = new ImportItemViews(parts);
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/imports/tray", this::waiting);
        routes.get(ITEM, request -> page(request, item(request), chosen(request, request.query()), Form.empty()));
        routes.post(ITEM, this::assign);
        routes.post(ITEM + "/back", this::back);
        routes.post(ITEM + "/discard", this::discard);
        routes.get(ITEM + "/curve.csv", this::curve);
    }

    private Reply waiting(Request request) {
        Who who = request.who();
        List<ImportItem> items = parts.store().read(stores -> stores.imports().tray(who.clinicId(), SHOWN));
        ImportWords words = new ImportWords(parts.texts(), PageParts.numbers(who.clinic()));
        TableView table = new TableView(
                parts.texts().text("import.tray"),
                List.of(
                        parts.texts().text("import.item"),
                        parts.texts().text("import.item.who"),
                        parts.texts().text("import.item.what")),
                items.stream()
                        .map(item -> TableView.Row.to(
                                href(item),
                                parts.texts().text("diary.kind." + item.kind()),
                                words.who(words.person(item.words())),
                                String.join(
                                        " \u00b7 ",
                                        words.facts(item).stream().skip(1).toList())))
                        .toList(),
                parts.texts().text("import.tray.none"));
        Frame frame = parts.frames()
                .under(
                        who,
                        parts.texts().text("import.tray"),
                        "/imports",
                        List.of(new Frame.Crumb(parts.texts().text("import.title"), "/imports")));
        return parts.page("importtray", frame, table);
    }

    static String href(ImportItem item) {
        return "/imports/" + item.batch() + "/items/" + item.number();
    }

    private ImportItem item(Request request) {
        Who who = request.who();
        Id<ImportBatch> batch = request.id("id");
        int number = number(request.path("number"));
        return parts.store().read(stores -> stores.imports().items(who.clinicId(), batch)).stream()
                .filter(item -> item.number() == number && !item.kind().equals(ImportItem.PATIENT))
                .filter(item -> item.patient().filter(hidden(request)::contains).isEmpty())
                .findFirst()
                .orElseThrow(HttpFailure::notFound);
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,6}") || Integer.parseInt(text) > MOST_NUMBER) {
            throw HttpFailure.notFound();
        }
        return Integer.parseInt(text);
    }

    private Set<Id<Patient>> hidden(Request request) {
        Who who = request.who();
        return parts.store().read(stores -> stores.access().hidden(who.clinicId(), who.id(), request.at()));
    }

    /** Who was chosen, if the caller may see her. */
    private Optional<Patient> chosen(Request request, Fields fields) {
        Optional<Id<Patient>> id = fields.optionalId("patient");
        if (id.isEmpty()) {
            return Optional.empty();
        }
        if (hidden(request).contains(id.get())) {
            throw HttpFailure.notFound();
        }
        return Optional.of(parts.store()
                .read(stores -> stores.patients().find(request.who().clinicId(), id.get()))
                .orElseThrow(HttpFailure::notFound));
    }

    private Reply page(Request request, ImportItem item, Optional<Patient> chosen, Form form) {
        Frame frame = parts.frames()
                .under(
                        request.who(),
                        parts.texts().text("diary.kind." + item.kind()),
                        "/imports",
                        List.of(
                                new Frame.Crumb(parts.texts().text("import.title"), "/imports"),
                                new Frame.Crumb(parts.texts().text("import.tray"), "/imports/tray")));
        String query = request.query().optionalText("q", 200).orElse("");
        return parts.page("importitem", frame, views.of(request, item, hidden(request), query, chosen, form));
    }

    private Reply assign(Request request) {
        ImportItem item = item(request);
        EntryKind kind = EntryKinds.find(item.kind()).orElseThrow(HttpFailure::notFound);
        String[] names = EntryReader.inputs(kind, "patient", "episode");
        Fields fields = request.fields(names);
        int seen = request.versionSeen();
        Patient patient = chosen(request, fields).orElseThrow(() -> new BadRequest("patient", "http.field.missing"));
        try {
            EpisodeEntry entry = entry(request, item, kind, patient, fields);
            tray.assign(PageParts.act(request, "import.assign"), item, seen, entry);
            return Reply.seeOther("/patients/" + patient.id() + "/episodes/" + entry.episode());
        } catch (BadRequest wrong) {
            Form form = new Typed(parts.texts()).again(fields, wrong, names);
            return page(request, item, Optional.of(patient), form).withStatus(400);
        }
    }

    /** What the file says stands; the form fills in what it does not say, and cannot say otherwise. */
    private EpisodeEntry entry(Request request, ImportItem item, EntryKind kind, Patient patient, Fields fields) {
        Map<String, String> values = new HashMap<>();
        kind.fields().stream().filter(field -> field.required()).forEach(field -> fields.optionalText(field.name(), 200)
                .ifPresent(text -> values.put(
                        field.name(), field.name().equals("position") ? position(request.who(), text) : text)));
        values.putAll(ItemWords.values(item.words()));
        String date = item.words().getOrDefault(ItemWords.DATE, "");
        values.put(
                EntryReader.DATE, date.isEmpty() ? fields.date(EntryReader.DATE).toString() : date);
        EntryReader reader = new EntryReader(
                kind,
                Fields.ofForm(values),
                patient.birthDate(),
                java.time.LocalDate.ofInstant(
                        request.at(), request.who().clinic().zone()));
        Id<Episode> episode = fields.id("episode");
        boolean hers = parts.store()
                .read(stores -> stores.episodes().find(request.who().clinicId(), episode))
                .filter(one -> one.patient().equals(patient.id()))
                .isPresent();
        if (!hers) {
            throw new BadRequest("episode", "import.episode");
        }
        return new EpisodeEntry(
                Id.random(parts.random()),
                request.who().clinicId(),
                patient.id(),
                episode,
                1,
                kind.id(),
                reader.date(),
                reader.values(),
                false,
                request.at(),
                request.who().id());
    }

    private String position(Who who, String id) {
        TestPosition position = parts.positions(who.clinicId()).offered().stream()
                .filter(one -> one.id().equals(id) && one.usesForce())
                .findFirst()
                .orElseThrow(() -> new BadRequest("position", "reading.position"));
        return parts.texts().text("import.position", position.name(), position.id(), position.version());
    }

    private Reply back(Request request) {
        ImportItem item = item(request);
        String reason = request.fields("reason").text("reason", PatientFields.MOST_REASON);
        tray.back(PageParts.act(request, "import.back", reason), item, request.versionSeen());
        return Reply.seeOther(href(item));
    }

    private Reply discard(Request request) {
        ImportItem item = item(request);
        String reason = request.fields("reason").text("reason", PatientFields.MOST_REASON);
        tray.discard(PageParts.act(request, "import.discard", reason), item, request.versionSeen());
        return Reply.seeOther("/imports/tray");
    }

    private Reply curve(Request request) {
        ImportItem item = item(request);
        byte[] packed = parts.store()
                .read(stores -> stores.imports().curve(item.clinic(), item.id()))
                .orElseThrow(HttpFailure::notFound);
        return Reply.download("text/csv; charset=utf-8; header=present", "plinth-curve-" + item.id() + ".csv", out -> {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                in.transferTo(out);
            }
        });
    }

    static Numbers numbers(Request request) {
        return PageParts.numbers(request.who().clinic());
    }
}
