package org.plinth.web.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plinth.core.position.OwnPositionReader.Origin;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.position.PositionCopy;
import org.plinth.core.position.TestPosition;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.OwnPosition;
import org.plinth.web.clinic.Role;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.store.PositionStore.Written;
import org.plinth.web.words.Numbers;

/**
 * {@code GET /positions/own}: the positions that this clinic wrote. {@code GET /positions/own/:id?version=1&with=2}: one in one
 * version, its history, and two versions field by field. 404 for what is not this clinic's.
 */
final class OwnPositionsPage implements WebModule {

    static final String HERE = "/positions/own";
    private static final int MOST_VERSION = 1_000_000;

    private final PageParts parts;
    private final OwnPositionPages views;

    OwnPositionsPage(PageParts parts) {
        this.parts = parts;
        this.views = new OwnPositionPages(parts.texts());
    }

    @Override
    public void mount(Routes routes) {
        routes.get(HERE, this::all);
        routes.get(HERE + "/:id", this::one);
    }

    /** An auditor reads. */
    static boolean mayWrite(Who who) {
        return who.role() != Role.AUDITOR;
    }

    /** Where we are in the side bar: who tests has all positions there, others only these. */
    static String place(Who who) {
        return who.role() == Role.CLINICIAN ? "/positions" : HERE;
    }

    /** The pages above one of these. */
    static List<Frame.Crumb> crumbs(PageParts parts, Who who) {
        Frame.Crumb own = new Frame.Crumb(parts.texts().text("own.title"), HERE);
        return who.role() == Role.CLINICIAN
                ? List.of(new Frame.Crumb(parts.texts().text("positions.title"), "/positions"), own)
                : List.of(own);
    }

    private Reply all(Request request) {
        Who who = request.who();
        PositionCatalogue known = parts.positions(who.clinicId());
        List<OwnPosition> own = parts.store().read(stores -> stores.positions().all(who.clinicId()));
        OwnPositionsView view = new OwnPositionsView(
                own.stream()
                        .sorted(Comparator.comparing(OwnPosition::retired))
                        .map(position -> row(position, known))
                        .toList(),
                known.all().stream()
                        .filter(PositionCopy::isPossible)
                        .map(position -> new Option(position.id(), position.name()))
                        .toList(),
                mayWrite(who));
        Frame frame = parts.frames().of(who, parts.texts().text("own.title"), place(who));
        return parts.page("ownpositions", frame, view);
    }

    private OwnPositionsView.Row row(OwnPosition position, PositionCatalogue known) {
        return new OwnPositionsView.Row(
                position.name(),
                HERE + "/" + position.id(),
                parts.texts().text("own.version", position.protocolVersion()),
                basedOn(position, known),
                parts.texts().text(position.retired() ? "own.state.retired" : "own.state.offered"));
    }

    private String basedOn(OwnPosition position, PositionCatalogue known) {
        return basedOn(parts, position.basedOn(), known);
    }

    static String basedOn(PageParts parts, String basedOn, PositionCatalogue known) {
        return Origin.parse(basedOn)
                .map(origin -> parts.texts()
                        .text(
                                "own.basedon",
                                known.find(origin.id(), origin.version())
                                        .map(TestPosition::name)
                                        .orElse(origin.id()),
                                origin.version()))
                .orElse(basedOn);
    }

    private Reply one(Request request) {
        Who who = request.who();
        Id<OwnPosition> id = request.id("id");
        List<Written> history = parts.store().read(stores -> stores.positions().history(who.clinicId(), id));
        if (history.isEmpty()) {
            throw HttpFailure.notFound();
        }
        OwnPosition newest = history.get(history.size() - 1).position();
        PositionCatalogue known = parts.positions(who.clinicId());
        int shown =
                request.query().optionalWholeNumber("version", 1, MOST_VERSION).orElse(newest.protocolVersion());
        int with = request.query().optionalWholeNumber("with", 1, MOST_VERSION).orElse(Math.max(1, shown - 1));
        if (known.find(newest.positionId(), shown).isEmpty()
                || known.find(newest.positionId(), with).isEmpty()) {
            throw HttpFailure.notFound();
        }
        Map<Id<Account>, String> names = parts
                .store()
                .read(stores -> stores.accounts().all(who.clinicId()))
                .stream()
                .collect(Collectors.toMap(Account::id, Account::displayName));
        Function<Id<Account>, String> author =
                account -> names.getOrDefault(account, parts.texts().text("page.unknown.notknown"));
        Numbers numbers = PageParts.numbers(who.clinic());
        OwnPositionView view = views.of(
                new OwnPositionPages.Shown(history, known, shown, with, mayWrite(who)),
                basedOn(newest, known),
                numbers,
                author);
        String name =
                known.find(newest.positionId(), shown).map(TestPosition::name).orElseThrow();
        Frame frame = parts.frames().under(who, name, place(who), crumbs(parts, who));
        return parts.page("ownposition", frame, view);
    }
}
