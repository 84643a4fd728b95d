package org.plinth.web.imports;

import java.util.Optional;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.ImportItem;
import org.plinth.web.store.Act;
import org.plinth.web.store.Store;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.store.Stores;

/** Gives items to patients, back to the tray, or away. Blocks; any thread but an event loop. */
public final class TrayDesk {

    private final Store store;

    /** With this store. */
    public TrayDesk(Store store) {
        this.store = store;
    }

    /**
     * Makes an item a note in an episode.
     *
     * @param entry of the item's kind, with all its values
     * @throws StoreFailure WRONG_STATE where the item is no longer in the tray or the episode is closed; OLD_VERSION
     */
    public ImportItem assign(Act act, ImportItem item, int versionSeen, EpisodeEntry entry) {
        return store.write(act, stores -> {
            requireOpen(stores, entry);
            ImportItem assigned = amend(stores, item.of(entry.patient(), Optional.of(entry.id())), versionSeen);
            stores.entries().add(entry);
            return assigned;
        });
    }

    /** Takes the note of an item back, and puts the item into the tray again; the reason is the act's. */
    public ImportItem back(Act act, ImportItem item, int versionSeen) {
        return store.write(act, stores -> {
            takeBack(stores, item);
            return amend(stores, item.backInTray(), versionSeen);
        });
    }

    /** Throws an item away that is nobody's; the reason is the act's. */
    public ImportItem discard(Act act, ImportItem item, int versionSeen) {
        return store.write(act, stores -> {
            if (item.state() != ImportItem.State.TRAY) {
                throw StoreFailure.wrongState("import.item.late", item);
            }
            return amend(stores, item.gone(ImportItem.State.DISCARDED), versionSeen);
        });
    }

    /** Who comes second is told what became of the item. */
    private static ImportItem amend(Stores stores, ImportItem item, int versionSeen) {
        try {
            return stores.imports().amend(item, versionSeen);
        } catch (StoreFailure failure) {
            if (failure.reason() == StoreFailure.Reason.OLD_VERSION) {
                throw StoreFailure.wrongState(
                        "import.item.late", failure.current().orElse(item));
            }
            throw failure;
        }
    }

    /** The note that an item became, unless it was taken back. */
    static Optional<EpisodeEntry> note(Stores stores, ImportItem item) {
        return item.entry()
                .flatMap(id -> stores.entries().find(item.clinic(), id))
                .filter(known -> !known.removed());
    }

    /** Takes the note of an item back; one that was taken back already is left. */
    static void takeBack(Stores stores, ImportItem item) {
        note(stores, item).ifPresent(before -> {
            requireOpen(stores, before);
            note(stores, item).ifPresent(known -> stores.entries().amend(known.takenBack(), known.version()));
        });
    }

    /** Holds the episode before anything else is looked at or locked: nobody closes it until the transaction ends. */
    private static void requireOpen(Stores stores, EpisodeEntry entry) {
        Episode episode = stores.episodes()
                .hold(entry.clinic(), entry.episode())
                .orElseThrow(() -> StoreFailure.notFound("episode"));
        if (episode.closedOn().isPresent()) {
            throw StoreFailure.wrongState("diary.closed", episode);
        }
    }
}
