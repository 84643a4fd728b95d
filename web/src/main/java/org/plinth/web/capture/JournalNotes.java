package org.plinth.web.capture;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.plinth.driver.Ledger;

/** Payloads of EVENT and CLOSE records ({@code docs/data-format.md} §1). */
final class JournalNotes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JournalNotes() {}

    static byte[] event(String name) {
        return bytes(JSON.createObjectNode().put("event", name));
    }

    static byte[] event(String name, String detail) {
        return bytes(JSON.createObjectNode().put("event", name).put("detail", detail));
    }

    static byte[] close(String reason, Ledger ledger) {
        ObjectNode json = JSON.createObjectNode()
                .put("reason", reason)
                .put("packets", ledger.packets())
                .put("received", ledger.received());
        ledger.lost()
                .ifPresentOrElse(lost -> json.put("lost", lost), () -> json.put("lostWithheld", "NO_DEVICE_CLOCK"));
        json.put("duplicated", ledger.duplicated())
                .put("late", ledger.late())
                .put("malformed", ledger.malformed())
                .put("missing", ledger.missing())
                .put("boundaryGaps", ledger.boundaryGaps())
                .put("longestSilence_us", ledger.longestSilenceMicros());
        return bytes(json);
    }

    private static byte[] bytes(ObjectNode json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
