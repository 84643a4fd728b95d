package org.plinth.web.api;

import java.util.Optional;
import java.util.function.Consumer;
import org.plinth.web.clinic.Id;
import org.plinth.web.http.Fields;
import org.plinth.web.store.Act;
import org.plinth.web.store.Store;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.store.Stores;

/** Makes a thing once for each {@code requestId}, however often the request is sent. Without one, each request makes another. */
final class Once {

    static final String FIELD = "requestId";
    private static final int MOST = 64;

    private final Store store;

    Once(Store store) {
        this.store = store;
    }

    /** The id of what this request made: {@code id}, or that of the first time. */
    <T> Id<T> make(Act act, Fields fields, Id<T> id, Consumer<Stores> work) {
        Optional<String> request = fields.optionalText(FIELD, MOST).map(text -> act.action() + " " + text);
        try {
            return request.flatMap(text -> this.<T>before(act, text)).orElseGet(() -> first(act, request, id, work));
        } catch (StoreFailure failure) {
            if (failure.reason() == StoreFailure.Reason.DUPLICATE && request.isPresent()) {
                return this.<T>before(act, request.get()).orElseThrow(() -> failure);
            }
            throw failure;
        }
    }

    private <T> Optional<Id<T>> before(Act act, String request) {
        return store.read(stores -> stores.requests().subject(act.clinic(), request))
                .flatMap(Id::<T>parse);
    }

    private <T> Id<T> first(Act act, Optional<String> request, Id<T> id, Consumer<Stores> work) {
        return store.write(act, stores -> {
            work.accept(stores);
            request.ifPresent(text -> stores.requests().done(act.clinic(), text, id.toString()));
            return id;
        });
    }
}
