package org.plinth.web.report;

import java.util.Optional;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.store.Act;
import org.plinth.web.store.Store;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.store.Stores;

/**
 * Keeps what was issued, in open and in closed episodes: a letter is written when all else is over. Blocks; any thread but an event loop.
 */
public final class ReportDesk {

    private final Store store;

    /** With this store. */
    public ReportDesk(Store store) {
        this.store = store;
    }

    /**
     * Keeps one, once for each form and what was chosen in it, however often that is sent.
     *
     * @param request id of the form, with what was chosen: for whom, on which paper
     * @return what was kept for this form: this entry, or the one of the first time
     */
    public EpisodeEntry issue(Act act, EpisodeEntry entry, String request) {
        String key = act.action() + " " + request;
        try {
            return store.write(act, stores -> before(stores, entry, key).orElseGet(() -> first(stores, entry, key)));
        } catch (StoreFailure failure) {
            if (failure.reason() == StoreFailure.Reason.DUPLICATE) {
                return store.read(stores -> before(stores, entry, key)).orElseThrow(() -> failure);
            }
            throw failure;
        }
    }

    private static Optional<EpisodeEntry> before(Stores stores, EpisodeEntry entry, String key) {
        return stores.requests()
                .subject(entry.clinic(), key)
                .flatMap(Id::<EpisodeEntry>parse)
                .flatMap(id -> stores.entries().find(entry.clinic(), id))
                .filter(known -> known.episode().equals(entry.episode()));
    }

    private static EpisodeEntry first(Stores stores, EpisodeEntry entry, String key) {
        EpisodeEntry added = stores.entries().add(entry);
        stores.requests().done(entry.clinic(), key, added.id().toString());
        return added;
    }
}
