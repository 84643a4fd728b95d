package org.plinth.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.plinth.driver.Ledger;
import org.plinth.web.http.Json;

/** What arrived and what did not. A loss that cannot be counted is absent and said to be so, never 0. */
final class LedgerJson {

    private LedgerJson() {}

    static ObjectNode of(Ledger ledger) {
        ObjectNode json = Json.object().put("packets", ledger.packets()).put("received", ledger.received());
        if (ledger.lost().isPresent()) {
            json.put("lost", ledger.lost().getAsLong());
            json.put("expected", ledger.expected().orElseThrow());
        } else {
            json.put("lostWithheld", "NO_DEVICE_CLOCK");
        }
        return json.put("duplicated", ledger.duplicated())
                .put("late", ledger.late())
                .put("malformed", ledger.malformed())
                .put("missing", ledger.missing())
                .put("boundaryGaps", ledger.boundaryGaps())
                .put("longestSilence_us", ledger.longestSilenceMicros());
    }
}
