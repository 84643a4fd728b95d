package org.plinth.web.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.plinth.web.capture.LiveState;
import org.plinth.web.http.Catalogue;
import org.plinth.web.http.Json;

/** The {@code state} message, with {@code note} where a person must read something. */
final class StateMessage {

    private StateMessage() {}

    static String of(LiveState state, Catalogue texts) {
        ObjectNode json =
                Json.object().put("type", "state").put("state", state.phase().name());
        state.side().ifPresent(side -> json.put("side", side.name()));
        state.test().ifPresent(test -> json.put("test", test.toString()));
        state.recording().ifPresent(recording -> json.put("recording", recording.toString()));
        json.put("stored", Long.toString(state.storedPackets()));
        state.note().ifPresent(note -> json.put("note", texts.text(note)));
        return json.toString();
    }
}
