package org.plinth.web.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.text.Texts;

/** Tells what the store would not do: 400, 404, 409, 412 or 503, after 409 and 412 with the current state. */
public final class StoreFailures implements FailureTranslation {

    private final Texts texts;
    private final Function<Object, Optional<JsonNode>> states;

    /**
     * In these words.
     *
     * @param texts the catalogue; a failure whose message is the key of a text is told by it
     * @param states shows a record of the clinic as programs see it; empty for one that is not shown
     */
    public StoreFailures(Texts texts, Function<Object, Optional<JsonNode>> states) {
        this.texts = texts;
        this.states = states;
    }

    @Override
    public Optional<Told> translate(Throwable failure) {
        return failure instanceof StoreFailure refused ? Optional.of(told(refused)) : Optional.empty();
    }

    private Told told(StoreFailure failure) {
        Optional<JsonNode> current = failure.current().flatMap(states);
        Map<String, String> headers = current.map(state -> state.path("version"))
                .filter(JsonNode::isInt)
                .map(version -> Map.of("ETag", '"' + version.asText() + '"'))
                .orElse(Map.of());
        return new Told(
                status(failure.reason()), failure.reason().name(), failure.field(), words(failure), current, headers);
    }

    private String words(StoreFailure failure) {
        StoreFailure.Reason reason = failure.reason();
        String key =
                String.valueOf(failure.getMessage()).substring(reason.name().length() + ": ".length());
        if (texts.has(key)) {
            return texts.text(key);
        }
        return texts.text("http.store." + reason.name().toLowerCase(Locale.ROOT));
    }

    private static int status(StoreFailure.Reason reason) {
        return switch (reason) {
            case NOT_FOUND -> 404;
            case OLD_VERSION -> 412;
            case WRONG_STATE, DUPLICATE -> 409;
            case INVALID -> 400;
            case UNAVAILABLE -> 503;
        };
    }
}
