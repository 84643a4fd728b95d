package org.plinth.web.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plinth.web.audit.AuditBundle;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.http.Fields;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.measure.Engine;
import org.plinth.web.store.Act;
import org.plinth.web.store.AuditEvent;
import org.plinth.web.store.AuditFilter;

/**
 * {@code GET /audit}: who did what, for owners and auditors; {@code …/export.zip}: the same to be checked without Plinth;
 * {@code …/key.pem}: the public key of the checkpoints. Opening and exporting the log stand in it like anything else.
 */
final class AuditPage implements WebModule {

    private static final int PAGE = 50;
    private static final String PATH = "/audit";

    private final PageParts parts;

    AuditPage(PageParts parts) {
        this.parts = parts;
    }

    @Override
    public void mount(Routes routes) {
        routes.get(PATH, this::show);
        routes.get(PATH + "/export.zip", this::export);
        routes.get(
                PATH + "/key.pem",
                request -> Reply.text(
                        "application/x-pem-file",
                        parts.audit().checkpoints().key().publicPem()));
    }

    /** What one reader may see, and how she reads it. */
    private record Reader(Who who, Set<Id<Clinic>> clinics, Map<String, Id<Account>> people, AuditWords words) {}

    private Reader reader(Who who) {
        List<Account> accounts = parts.store().read(stores -> stores.accounts().all(who.clinicId()));
        AuditWords words = new AuditWords(parts.texts(), who.role(), parts.pseudonyms(), accounts);
        Map<String, Id<Account>> people = new LinkedHashMap<>();
        for (Account account : accounts) {
            people.merge(words.name(account.id()), account.id(), (first, second) -> {
                people.put(words.name(second) + " (" + account.login() + ")", second);
                return first;
            });
        }
        Set<Id<Clinic>> clinics = new HashSet<>(Set.of(who.clinicId()));
        if (isAlone()) {
            clinics.add(Act.INSTALLATION);
        }
        return new Reader(who, clinics, people, words);
    }

    /** What belongs to the installation, such as strangers at its door, is a clinic's to see where there is no other. */
    private boolean isAlone() {
        return parts.store().read(stores -> stores.clinics().all()).size() == 1;
    }

    private AuditFilter filter(Reader reader, AuditQuery query) {
        return query.filter(
                parts.store(),
                reader.who().clinic(),
                reader.clinics(),
                AuditWords.known(parts.texts()),
                reader.people());
    }

    private Reply show(Request request) {
        Reader reader = reader(request.who());
        AuditQuery query = AuditQuery.of(request.query());
        AuditFilter filter = filter(reader, query);
        long before = query.before().map(Integer::longValue).orElse(Long.MAX_VALUE);
        List<AuditEvent> found = parts.store().read(stores -> stores.audit().find(filter, before, PAGE + 1));
        List<AuditEvent> rows = found.subList(0, Math.min(PAGE, found.size()));
        Optional<String> older = found.size() > PAGE
                ? Optional.of(query.href(
                        PATH, Map.of("before", Long.toString(rows.get(PAGE - 1).seq()))))
                : Optional.empty();
        AuditView view = new AuditView(
                query.form(),
                reader.people().keySet().stream()
                        .map(name -> new Option(name, name))
                        .toList(),
                doings(),
                filter.subject().map(reader.words()::subject),
                rows.stream().map(row -> row(row, reader.words())).toList(),
                older,
                query.href(PATH + "/export.zip", Map.of()),
                key());
        return parts.page("audit", parts.frames().of(reader.who(), parts.texts().text("audit.title"), PATH), view);
    }

    private AuditView.Key key() {
        return new AuditView.Key(
                parts.audit().checkpoints().key().id(),
                parts.audit().checkpoints().latest().map(last -> parts.texts()
                        .text("audit.checkpoint.last", last.shortForm(), AuditWords.when(last.at()))));
    }

    private List<Option> doings() {
        List<Option> doings = new ArrayList<>();
        AuditQuery.GROUPS
                .keySet()
                .forEach(group -> doings.add(new Option(group, parts.texts().text("audit.group." + group))));
        AuditWords.known(parts.texts()).forEach(action -> doings.add(new Option(action, action)));
        return doings;
    }

    private static AuditView.Row row(AuditEvent row, AuditWords words) {
        String seq = Long.toString(row.seq());
        return new AuditView.Row(
                seq,
                AuditWords.when(row.at()),
                words.said(row),
                words.from(row),
                Optional.of(row.reason()).filter(reason -> !reason.isEmpty()),
                words.changes(row),
                PATH + "?about=" + seq,
                row.action().matches(AuditQuery.GROUPS.get("refusals")));
    }

    private Reply export(Request request) {
        Reader reader = reader(request.who());
        Fields fields = request.query();
        AuditFilter filter = filter(reader, AuditQuery.of(fields));
        boolean withJournals = fields.optionalText("journals", 3).isPresent();
        List<String> head =
                List.of("number", "utc", "who", "action", "subject", "said", "reason", "from", "before", "after");
        AuditBundle.Table table = new AuditBundle.Table(head, row -> cells(row, reader.words()), filter);
        AuditBundle.Wish wish = new AuditBundle.Wish(
                reader.who().clinicId(), isAlone(), withJournals, request.at(), Engine.VERSION, table);
        return Reply.download(
                "application/zip",
                "plinth-audit-" + request.at().toString().substring(0, 10) + ".zip",
                out -> parts.audit().bundle().write(wish, out));
    }

    private static List<String> cells(AuditEvent row, AuditWords words) {
        List<AuditView.Change> changes = words.changes(row);
        return List.of(
                Long.toString(row.seq()),
                row.at().toString(),
                words.who(row.actor()),
                row.action(),
                words.subject(row.subject()),
                words.said(row),
                row.reason(),
                words.from(row),
                joined(changes, true),
                joined(changes, false));
    }

    private static String joined(List<AuditView.Change> changes, boolean before) {
        return String.join(
                "; ",
                changes.stream()
                        .flatMap(change -> (before ? change.before() : change.after())
                                .map(value -> change.name() + " " + value).stream())
                        .toList());
    }
}
