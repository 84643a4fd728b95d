package org.plinth.web.page;

import java.util.Optional;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.TypedReading;
import org.plinth.web.store.Act;
import org.plinth.web.store.Store;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.store.Stores;
import org.plinth.web.visit.ReadingGate;

/**
 * Keeps a reading once for each form that was shown, however often the form is sent: two readings of one effort make a scatter
 * look small and a result sure.
 */
final class ReadingOnce {

    static final String FIELD = "requestId";
    static final int MOST = 64;

    private final Store store;

    ReadingOnce(Store store) {
        this.store = store;
    }

    /**
     * Keeps it, unless the form was answered before.
     *
     * @param request id of the form; without one each sending is another reading
     * @return what was kept for this form: this reading, or the one of the first time
     */
    TypedReading keep(Act act, TypedReading reading, Optional<String> request) {
        Optional<String> key = request.map(id -> act.action() + " " + id);
        try {
            return store.write(act, stores -> key.flatMap(id -> before(stores, reading, id))
                    .orElseGet(() -> first(stores, reading, key)));
        } catch (StoreFailure failure) {
            if (failure.reason() == StoreFailure.Reason.DUPLICATE && key.isPresent()) {
                return store.read(stores -> before(stores, reading, key.get())).orElseThrow(() -> failure);
            }
            throw failure;
        }
    }

    private static Optional<TypedReading> before(Stores stores, TypedReading reading, String key) {
        return stores.requests()
                .subject(reading.clinic(), key)
                .flatMap(Id::<TypedReading>parse)
                .flatMap(id -> stores.readings().ofVisit(reading.clinic(), reading.visit()).stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst());
    }

    private static TypedReading first(Stores stores, TypedReading reading, Optional<String> key) {
        ReadingGate.require(stores, reading);
        stores.readings().add(reading);
        key.ifPresent(
                id -> stores.requests().done(reading.clinic(), id, reading.id().toString()));
        return reading;
    }

    /** Whether a form that was sent again says what was kept of it; one that was changed, or taken back, is another effort. */
    static boolean isSame(TypedReading kept, TypedReading sent) {
        return kept.stands()
                && kept.positionId().equals(sent.positionId())
                && kept.side() == sent.side()
                && kept.fixation().equals(sent.fixation())
                && kept.quantity() == sent.quantity()
                && kept.device().equals(sent.device())
                && kept.unit().equals(sent.unit())
                && kept.displayed() == sent.displayed()
                && kept.warnings() == sent.warnings()
                && kept.pain().equals(sent.pain());
    }
}
