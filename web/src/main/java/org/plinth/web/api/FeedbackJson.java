package org.plinth.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plinth.web.clinic.Feedback;
import org.plinth.web.clinic.Feedback.Cue;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.Json;

/** Under which cues an effort is made, as a page says it and reads it. */
final class FeedbackJson {

    private FeedbackJson() {}

    /**
     * All of it, or nothing where none of its fields is there.
     *
     * @throws BadRequest naming the field that is missing or cannot be used
     */
    static Optional<Feedback> read(Fields fields) {
        boolean none =
                !fields.has("tones") && !fields.has("voice") && !fields.has("cues") && !fields.has("patientSees");
        return none
                ? Optional.empty()
                : Optional.of(new Feedback(
                        yesNo(fields, "tones"), yesNo(fields, "voice"), cues(fields), yesNo(fields, "patientSees")));
    }

    private static boolean yesNo(Fields fields, String name) {
        return fields.optionalYesNo(name).orElseThrow(() -> new BadRequest(name, "http.field.missing"));
    }

    private static Set<Cue> cues(Fields fields) {
        String lines = fields.raw("cues").orElseThrow(() -> new BadRequest("cues", "http.field.missing"));
        return lines.lines().map(FeedbackJson::cue).collect(Collectors.toUnmodifiableSet());
    }

    private static Cue cue(String name) {
        return Arrays.stream(Cue.values())
                .filter(cue -> cue.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadRequest(
                        "cues",
                        "http.field.oneOf",
                        Arrays.stream(Cue.values()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    static ObjectNode of(Feedback feedback) {
        ObjectNode json = Json.object().put("tones", feedback.tones()).put("voice", feedback.voice());
        json.set("cues", TrialJson.names(feedback.cues()));
        return json.put("patientSees", feedback.patientSees());
    }
}
