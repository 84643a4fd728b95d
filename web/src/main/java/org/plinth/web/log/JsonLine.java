package org.plinth.web.log;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * A log record as one line of JSON. Of a throwable it writes types and frames, never messages: those of databases and
 * parsers quote what they could not read, and that may be a patient's.
 */
final class JsonLine extends Formatter {

    private static final int MOST_FRAMES = 40;
    private static final int MOST_CAUSES = 5;

    @Override
    public String format(LogRecord record) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("at", record.getInstant().toString());
        line.put("level", record.getLevel().getName());
        line.put("logger", String.valueOf(record.getLoggerName()));
        line.put("message", formatMessage(record));
        if (record.getThrown() != null) {
            ArrayNode chain = line.putArray("thrown");
            Throwable thrown = record.getThrown();
            for (int i = 0; i < MOST_CAUSES && thrown != null; i++) {
                chain.add(thrown(thrown));
                thrown = thrown.getCause();
            }
        }
        return line + "\n";
    }

    private static ObjectNode thrown(Throwable thrown) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("type", thrown.getClass().getName());
        ArrayNode frames = json.putArray("frames");
        StackTraceElement[] trace = thrown.getStackTrace();
        for (int i = 0; i < Math.min(MOST_FRAMES, trace.length); i++) {
            frames.add(trace[i].toString());
        }
        return json;
    }
}
