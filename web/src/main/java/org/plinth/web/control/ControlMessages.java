package org.plinth.web.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines that go over the socket: JSON objects, one a line ({@code docs/data-format.md} §8). */
final class ControlMessages {

    static final int FORMAT = 1;
    static final String OUT = "out";
    static final String ERR = "err";
    static final String EXIT = "exit";

    private static final ObjectMapper JSON = new ObjectMapper();

    private ControlMessages() {}

    static String request(List<String> words) {
        ObjectNode json = JSON.createObjectNode().put("control", FORMAT);
        ArrayNode command = json.putArray("command");
        words.forEach(command::add);
        return json + "\n";
    }

    /** The words of a request; empty if it is none of this format. */
    static Optional<List<String>> words(String line) {
        JsonNode json = parse(line);
        JsonNode command = json.path("command");
        if (json.path("control").asInt() != FORMAT || !command.isArray() || command.isEmpty()) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        command.forEach(word -> words.add(word.asText()));
        return Optional.of(words);
    }

    static String line(String channel, String text) {
        return JSON.createObjectNode().put(channel, text) + "\n";
    }

    static String exit(int code) {
        return JSON.createObjectNode().put(EXIT, code) + "\n";
    }

    static JsonNode parse(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            return json == null ? JSON.missingNode() : json;
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }
}
