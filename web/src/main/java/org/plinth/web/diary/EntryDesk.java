package org.plinth.web.diary;

import java.util.Optional;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.store.Act;
import org.plinth.web.store.Store;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.store.Stores;

/** Notes entries, changes them and takes them back. Blocks; any thread but an event loop. */
public final class EntryDesk {

    private final Store store;

    /** With this store. */
    public EntryDesk(Store store) {
        this.store = store;
    }

    /**
     * Notes one, once for each form however often that is sent.
     *
     * @param request id of the form
     * @return what was noted for this form: this entry, or the one of the first time
     * @throws StoreFailure WRONG_STATE for a closed episode, or where there is one of a kind of which an episode has only one
     */
    public EpisodeEntry add(Act act, EpisodeEntry entry, Optional<String> request) {
        Optional<String> key = request.map(id -> act.action() + " " + id);
        try {
            return store.write(act, stores -> {
                Episode episode = held(stores, entry);
                return key.flatMap(id -> before(stores, entry, id)).orElseGet(() -> first(stores, episode, entry, key));
            });
        } catch (StoreFailure failure) {
            if (failure.reason() == StoreFailure.Reason.DUPLICATE && key.isPresent()) {
                return store.read(stores -> before(stores, entry, key.get())).orElseThrow(() -> failure);
            }
            throw failure;
        }
    }

    private static Optional<EpisodeEntry> before(Stores stores, EpisodeEntry entry, String key) {
        return stores.requests()
                .subject(entry.clinic(), key)
                .flatMap(Id::<EpisodeEntry>parse)
                .flatMap(id -> stores.entries().find(entry.clinic(), id))
                .filter(known -> isSame(known, entry));
    }

    /** Whether a form that was sent again says what was noted of it; one that was changed, or taken back, is another entry. */
    private static boolean isSame(EpisodeEntry known, EpisodeEntry sent) {
        return !known.removed()
                && known.episode().equals(sent.episode())
                && known.kind().equals(sent.kind())
                && known.date().equals(sent.date())
                && known.values().equals(sent.values());
    }

    private static EpisodeEntry first(Stores stores, Episode episode, EpisodeEntry entry, Optional<String> key) {
        requireOpen(episode);
        boolean once = EntryKinds.find(entry.kind()).filter(EntryKind::once).isPresent();
        if (once && one(stores, entry).isPresent()) {
            throw StoreFailure.wrongState("diary.once", one(stores, entry).get());
        }
        EpisodeEntry added = stores.entries().add(entry);
        key.filter(id -> stores.requests().subject(entry.clinic(), id).isEmpty())
                .ifPresent(id ->
                        stores.requests().done(entry.clinic(), id, added.id().toString()));
        return added;
    }

    private static Optional<EpisodeEntry> one(Stores stores, EpisodeEntry entry) {
        return stores.entries().ofEpisode(entry.clinic(), entry.episode()).stream()
                .filter(other -> other.kind().equals(entry.kind()))
                .findFirst();
    }

    /**
     * Writes it anew, or takes it back: the reason is the act's.
     *
     * @throws StoreFailure OLD_VERSION with the current one; WRONG_STATE for a closed episode
     */
    public EpisodeEntry amend(Act act, EpisodeEntry entry, int versionSeen) {
        return store.write(act, stores -> {
            requireOpen(held(stores, entry));
            return stores.entries().amend(entry, versionSeen);
        });
    }

    /** Held before anything is looked at, so that what is found here still stands when it is written. */
    private static Episode held(Stores stores, EpisodeEntry entry) {
        return stores.episodes()
                .hold(entry.clinic(), entry.episode())
                .orElseThrow(() -> StoreFailure.notFound("episode"));
    }

    private static void requireOpen(Episode episode) {
        if (episode.closedOn().isPresent()) {
            throw StoreFailure.wrongState("diary.closed", episode);
        }
    }
}
