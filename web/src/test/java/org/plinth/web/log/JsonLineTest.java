package org.plinth.web.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class JsonLineTest {

    private static JsonNode line(LogRecord record) throws IOException {
        String text = new JsonLine().format(record);
        assertThat(text).endsWith("\n").doesNotContainPattern("\n.");
        return new ObjectMapper().readTree(text);
    }

    @Test
    void a_record_is_one_line_with_its_place_filled() throws IOException {
        LogRecord record = new LogRecord(Level.WARNING, "request {0} failed");
        record.setParameters(new Object[] {"17"});
        record.setInstant(Instant.parse("2026-08-06T09:00:00Z"));
        record.setLoggerName("org.plinth.web.http");

        assertThat(line(record).toString())
                .isEqualTo("{\"at\":\"2026-08-06T09:00:00Z\",\"level\":\"WARNING\",\"logger\":\"org.plinth.web.http\","
                        + "\"message\":\"request 17 failed\"}");
    }

    @Test
    void a_line_end_in_a_message_forges_no_line() throws IOException {
        assertThat(line(new LogRecord(Level.INFO, "a\n{\"level\":\"SEVERE\"}"))
                        .path("message")
                        .asText())
                .isEqualTo("a\n{\"level\":\"SEVERE\"}");
    }

    @Test
    void of_a_throwable_types_and_frames_are_kept_and_messages_are_not() throws IOException {
        LogRecord record = new LogRecord(Level.SEVERE, "failed");
        record.setThrown(new IllegalStateException("Ada Canary", new IOException("born 1985-03-02")));

        JsonNode line = line(record);

        assertThat(line.toString()).doesNotContain("Canary").doesNotContain("1985");
        assertThat(line.at("/thrown/0/type").asText()).isEqualTo("java.lang.IllegalStateException");
        assertThat(line.at("/thrown/1/type").asText()).isEqualTo("java.io.IOException");
        assertThat(line.at("/thrown/0/frames")).isNotEmpty();
    }
}
