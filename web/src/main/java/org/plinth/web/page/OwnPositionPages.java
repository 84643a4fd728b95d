package org.plinth.web.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.plinth.core.norm.NormTable;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.position.PositionChange;
import org.plinth.core.position.PositionContent;
import org.plinth.core.position.PositionVersion;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.OwnPosition;
import org.plinth.web.page.PositionPageView.NormRow;
import org.plinth.web.store.PositionStore.Written;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Numbers;
import org.plinth.web.words.PositionWords;

/** An own position in the clinician's words: one version, its history, and what differs. Immutable. */
final class OwnPositionPages {

    private final Texts texts;
    private final PositionPages pages;
    private final PositionWords words;

    OwnPositionPages(Texts texts) {
        this.texts = texts;
        this.pages = new PositionPages(texts, NormTable.bundled());
        this.words = new PositionWords(texts);
    }

    /**
     * What is wanted.
     *
     * @param history of the position, oldest first
     * @param known all positions
     * @param version of the protocol to show
     * @param with the version that it is compared with
     * @param mayWrite whether who looks may change it
     */
    record Shown(List<Written> history, PositionCatalogue known, int version, int with, boolean mayWrite) {

        OwnPosition newest() {
            return history.get(history.size() - 1).position();
        }

        PositionVersion shown() {
            return known.findVersion(newest().positionId(), version).orElseThrow();
        }
    }

    OwnPositionView of(Shown wanted, String basedOn, Numbers numbers, Function<Id<Account>, String> author) {
        OwnPosition newest = wanted.newest();
        String href = OwnPositionsPage.HERE + "/" + newest.id();
        return new OwnPositionView(
                text(wanted.shown()),
                texts.text("own.about", wanted.version(), basedOn),
                wanted.version() == newest.protocolVersion() ? Optional.empty() : Optional.of(href),
                newest.retired(),
                wanted.mayWrite(),
                href,
                newest.version(),
                versions(wanted.history(), href, numbers, author),
                wanted.history().stream()
                        .map(one -> one.position().protocolVersion())
                        .distinct()
                        .toList(),
                newest.protocolVersion() == 1 ? Optional.empty() : Optional.of(comparison(wanted)));
    }

    /** All of one version. Its reference value stands in its own fields, with population and source. */
    PositionPageView text(PositionVersion version) {
        PositionPageView text = pages.of(version.position(), Side.LEFT, Optional.empty(), Optional.empty());
        return text.withNorms(norms(version.content()));
    }

    private static List<NormRow> norms(PositionContent content) {
        return content.get("norm.value")
                .map(value -> new NormRow(
                        content.get("norm.population").orElse(""),
                        value,
                        content.get("norm.source").orElse("")))
                .map(List::of)
                .orElse(List.of());
    }

    private List<OwnPositionView.Version> versions(
            List<Written> history, String href, Numbers numbers, Function<Id<Account>, String> author) {
        List<OwnPositionView.Version> rows = new ArrayList<>();
        Optional<OwnPosition> before = Optional.empty();
        for (Written one : history) {
            rows.add(new OwnPositionView.Version(
                    texts.text("own.version", one.position().protocolVersion()),
                    numbers.moment(one.at()),
                    author.apply(one.author()),
                    one.reason().isBlank() ? texts.text("own.reason.none") : one.reason(),
                    what(before, one.position()),
                    href + "?version=" + one.position().protocolVersion()));
            before = Optional.of(one.position());
        }
        Collections.reverse(rows);
        return rows;
    }

    private String what(Optional<OwnPosition> before, OwnPosition after) {
        if (before.isEmpty()) {
            return texts.text("own.did.written");
        }
        if (before.get().retired() != after.retired()) {
            return texts.text(after.retired() ? "own.did.retired" : "own.did.offered");
        }
        return words.listed(PositionChange.between(before.get().content(), after.content()));
    }

    private OwnPositionView.Comparison comparison(Shown wanted) {
        int before = Math.min(wanted.version(), wanted.with());
        int after = Math.max(wanted.version(), wanted.with());
        return new OwnPositionView.Comparison(
                before, after, changes(wanted.known().changes(wanted.newest().positionId(), before, after)));
    }

    List<OwnPositionView.Change> changes(List<PositionChange> changes) {
        return changes.stream()
                .map(change -> new OwnPositionView.Change(
                        words.label(change.field()),
                        words.value(change.field(), change.before()).lines().toList(),
                        words.value(change.field(), change.after()).lines().toList()))
                .toList();
    }
}
