package org.plinth.web.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.ImportItem;
import org.plinth.web.clinic.Patient;
import org.plinth.web.diary.EntryField;
import org.plinth.web.diary.EntryKind;
import org.plinth.web.diary.EntryKinds;
import org.plinth.web.diary.EntryWords;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Request;
import org.plinth.web.http.Who;
import org.plinth.web.imports.Candidates;
import org.plinth.web.imports.ItemWords;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Numbers;

/** One item in words, with whom it may be about and what has still to be said. */
final class ImportItemViews {

    private static final int MOST_FOUND = 20;

    private final PageParts parts;
    private final Texts texts;

    ImportItemViews(PageParts parts) {
        this.parts = parts;
        this.texts = parts.texts();
    }

    ImportItemView of(
            Request request,
            ImportItem item,
            Set<Id<Patient>> hidden,
            String query,
            Optional<Patient> chosen,
            Form form) {
        Who who = request.who();
        Numbers numbers = ImportItemPage.numbers(request);
        boolean inTray = item.state() == ImportItem.State.TRAY;
        String href = ImportItemPage.href(item);
        Optional<Patient> offered = inTray
                ? parts.store().read(stores -> Candidates.offered(stores, who.clinicId(), item, hidden))
                : Optional.empty();
        List<Patient> found = inTray && !query.isEmpty() ? found(who, query, hidden) : List.of();
        return new ImportItemView(
                href,
                Integer.toString(item.version()),
                texts.text("import.item.number", item.number(), item.line()),
                new ImportWords(texts, numbers).facts(item),
                item.curve() && !item.words().isEmpty() ? Optional.of(href + "/curve.csv") : Optional.empty(),
                inTray,
                item.state() == ImportItem.State.ASSIGNED ? hers(who, item) : Optional.empty(),
                offered.map(patient -> row(patient, href, numbers)),
                query,
                found.stream().map(patient -> row(patient, href, numbers)).toList(),
                chosen.filter(patient -> inTray).map(patient -> chosen(request, item, patient, form)));
    }

    private List<Patient> found(Who who, String query, Set<Id<Patient>> hidden) {
        return parts
                .store()
                .read(stores -> stores.patients().search(who.clinicId(), query, MOST_FOUND + hidden.size()))
                .stream()
                .filter(patient -> !hidden.contains(patient.id()))
                .limit(MOST_FOUND)
                .toList();
    }

    private PersonRow row(Patient patient, String href, Numbers numbers) {
        return new PersonRow(
                patient.name(),
                texts.text("page.banner.born", numbers.date(patient.birthDate())),
                "",
                Optional.empty(),
                "",
                href + "?patient=" + patient.id(),
                false);
    }

    private Optional<Frame.Crumb> hers(Who who, ImportItem item) {
        return parts.store().read(stores -> item.patient()
                .flatMap(id -> stores.patients().find(who.clinicId(), id))
                .map(patient -> new Frame.Crumb(
                        patient.name(),
                        item.entry()
                                .flatMap(id -> stores.entries().find(who.clinicId(), id))
                                .map(entry -> "/patients/" + patient.id() + "/episodes/" + entry.episode())
                                .orElse("/patients/" + patient.id()))));
    }

    private ImportItemView.Chosen chosen(Request request, ImportItem item, Patient patient, Form form) {
        Who who = request.who();
        EntryKind kind = EntryKinds.find(item.kind()).orElseThrow(HttpFailure::notFound);
        Map<String, String> known = ItemWords.values(item.words());
        List<EntryField> open = kind.fields().stream()
                .filter(field -> field.required() && !known.containsKey(field.name()))
                .toList();
        boolean position = open.stream().anyMatch(field -> field.name().equals("position"));
        Numbers numbers = ImportItemPage.numbers(request);
        return new ImportItemView.Chosen(
                patient.id().toString(),
                patient.name(),
                texts.text("page.banner.born", numbers.date(patient.birthDate())),
                parts.store().read(stores -> stores.episodes().ofPatient(who.clinicId(), patient.id())).stream()
                        .filter(episode -> episode.closedOn().isEmpty())
                        .map(episode -> new Option(episode.id().toString(), said(episode)))
                        .toList(),
                position ? positions(who) : List.of(),
                open.stream()
                        .filter(field -> !field.name().equals("position"))
                        .map(field -> asked(request, kind, field))
                        .toList(),
                !item.words().containsKey(ItemWords.DATE),
                LocalDate.ofInstant(request.at(), who.clinic().zone()).toString(),
                form);
    }

    private String said(Episode episode) {
        return episode.problem() + ", " + parts.sides().affected(episode.involvement());
    }

    private List<Option> positions(Who who) {
        return parts.positions(who.clinicId()).offered().stream()
                .filter(position -> position.usesForce())
                .map(position -> new Option(position.id(), position.name()))
                .toList();
    }

    private ImportItemView.Asked asked(Request request, EntryKind kind, EntryField field) {
        EntryWords words = new EntryWords(texts, ImportItemPage.numbers(request));
        List<Option> options = new ArrayList<>();
        if (field.name().equals("side")) {
            Stream.of(Side.LEFT, Side.RIGHT)
                    .forEach(side ->
                            options.add(new Option(side.name(), parts.sides().name(side))));
        } else {
            field.options().forEach(option -> options.add(new Option(option, words.option(field, option))));
        }
        return new ImportItemView.Asked(field.name(), words.label(kind, field), options);
    }
}
