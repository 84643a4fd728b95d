package org.plinth.web.visit;

import org.plinth.web.store.StoreFailure;

/** Refusals by state, each with the key of its words in the text catalogue as the failure's message. */
final class Refused {

    private Refused() {}

    static StoreFailure start(StartBlock block, Object current) {
        return StoreFailure.wrongState("capture.start." + block.name(), current);
    }

    /** Where the state is another patient's, or nothing that the caller asked for: it is not shown. */
    static StoreFailure because(String key) {
        return because(key, "");
    }

    static StoreFailure because(String key, Object current) {
        return StoreFailure.wrongState("capture.refused." + key, current);
    }
}
