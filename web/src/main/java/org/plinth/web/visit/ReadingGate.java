package org.plinth.web.visit;

import java.util.Optional;
import org.plinth.web.clinic.TypedReading;
import org.plinth.web.clinic.Visit;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.store.Stores;

/** A value read from a display is an effort like any other: what forbids a recording forbids it too (decisions S1, S2). */
public final class ReadingGate {

    private ReadingGate() {}

    /**
     * Lets it through, in the transaction that keeps it.
     *
     * @throws StoreFailure WRONG_STATE with the words of {@link StartBlock}
     */
    public static void require(Stores stores, TypedReading reading) {
        Visit visit = stores.visits()
                .find(reading.clinic(), reading.visit())
                .orElseThrow(() -> StoreFailure.notFound("visit"));
        DayEfforts day = DayEfforts.of(stores, visit);
        Optional<StartBlock> block =
                VisitGate.block(stores, visit, reading.at()).or(() -> StartRules.enough(reading.side(), day));
        if (block.isPresent()) {
            throw Refused.start(block.get(), visit);
        }
    }
}
