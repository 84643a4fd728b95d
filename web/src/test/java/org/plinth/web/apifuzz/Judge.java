package org.plinth.web.apifuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.plinth.web.testkit.Browser;

/** Says what is wrong with an answer. */
final class Judge {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Said of every request that cannot be read at all, and so not of each operation. */
    private static final Set<Integer> ANYWHERE = Set.of(400, 403, 404, 405, 413, 414, 415);

    private static final Set<Integer> SENSOR_FAILED = Set.of(502);
    private static final Set<String> INSIDES =
            Set.of("org.plinth.", "java.lang", "java.util", "SELECT ", "jdbc:", "at io.vertx");

    private Judge() {}

    /**
     * What is wrong; empty for nothing.
     *
     * @param canary text that stands in the other clinic's records alone
     * @param otherIds of the other clinic
     */
    static Optional<String> wrong(FuzzRequest asked, Browser.Answer answer, String canary, Set<String> otherIds) {
        int status = answer.status();
        String text = new String(answer.bytes(), StandardCharsets.UTF_8);
        String all = text + answer.response().headers().map();
        if (status >= 500
                && !(SENSOR_FAILED.contains(status)
                        && asked.operation().statuses().contains(status))) {
            return Optional.of("status " + status);
        }
        if (!asked.operation().statuses().contains(status) && !ANYWHERE.contains(status)) {
            return Optional.of("status " + status + " is not described");
        }
        if (all.contains(canary)) {
            return Optional.of("it holds what belongs to the other clinic");
        }
        for (String id : otherIds) {
            if (all.contains(id) && !asked.sent().contains(id)) {
                return Optional.of("it holds an id of the other clinic");
            }
        }
        if (status < 400 && !asked.mustFail().isEmpty()) {
            return Optional.of("status " + status + " although " + asked.mustFail());
        }
        return status >= 400 ? form(answer, text) : Optional.empty();
    }

    private static Optional<String> form(Browser.Answer answer, String text) {
        if (!answer.header("Content-Type").startsWith("application/json")) {
            return Optional.of("a failure as " + answer.header("Content-Type"));
        }
        for (String inside : INSIDES) {
            if (text.contains(inside)) {
                return Optional.of("it tells of its inside: " + inside);
            }
        }
        try {
            JsonNode error = MAPPER.readTree(text).path("error");
            boolean whole = error.path("status").asInt() == answer.status()
                    && !error.path("code").asText().isEmpty()
                    && !error.path("message").asText().isEmpty()
                    && error.path("requestId").asText().equals(answer.header("X-Request-Id"));
            return whole ? Optional.empty() : Optional.of("a failure in another form than is described: " + text);
        } catch (IOException e) {
            return Optional.of("a failure that is no JSON: " + text);
        }
    }
}
