package org.plinth.web.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plinth.core.signal.ForceTrace;
import org.plinth.web.capture.JournalReplay;
import org.plinth.web.capture.RawForce;
import org.plinth.web.capture.RecordedForce;
import org.plinth.web.clinic.Recording;
import org.plinth.web.hash.SummedZip;
import org.plinth.web.journal.JournalRecord;
import org.plinth.web.text.Texts;

/**
 * All that is held about one person, as a ZIP that needs no Plinth to be read: every table as JSON and CSV, every recording
 * decoded and as the sensor sent it, documents, checksums and a text that says what is what. Written entry by entry; memory
 * grows with one recording, not with all.
 */
public final class SubjectZip {

    private static final double MICROS_PER_SECOND = 1e6;

    private final RawForce raw;
    private final Texts texts;

    /** A document, made when its turn comes. */
    @FunctionalInterface
    public interface Document {

        /** Writes it. */
        void to(OutputStream out) throws IOException;
    }

    /**
     * What goes in.
     *
     * @param rows by table
     * @param recordings finished ones of hers
     * @param documents by name in the archive, each made when its turn comes
     * @param about when it was made and for whom, in sentences without her name
     */
    public record Content(
            Map<String, List<Map<String, Object>>> rows,
            List<Recording> recordings,
            Map<String, Document> documents,
            List<String> about) {}

    /** Reads recordings with this, and says what is what with these. */
    public SubjectZip(RawForce raw, Texts texts) {
        this.raw = raw;
        this.texts = texts;
    }

    /**
     * Writes it; does not close {@code out}.
     *
     * @throws IOException if {@code out} does
     */
    public void write(Content content, OutputStream out) throws IOException {
        SummedZip zip = new SummedZip(out);
        try {
            for (Map.Entry<String, List<Map<String, Object>>> table :
                    content.rows().entrySet()) {
                zip.text("data/" + table.getKey() + ".json", json(table.getValue()));
                zip.text("data/" + table.getKey() + ".csv", csv(table.getValue()));
            }
            List<String> unreadable = new ArrayList<>();
            for (Recording recording : content.recordings()) {
                if (!recording(zip, recording)) {
                    unreadable.add(recording.id().toString());
                }
            }
            for (Map.Entry<String, Document> document : content.documents().entrySet()) {
                zip.add(document.getKey(), document.getValue()::to);
            }
            zip.text("README.txt", readme(content, unreadable));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        zip.text(SummedZip.SUMS, zip.sumLines());
        zip.finish();
    }

    private String readme(Content content, List<String> unreadable) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.text("privacy.zip.title"));
        lines.addAll(content.about());
        lines.add("");
        for (String part : List.of("data", "recordings", "packets", "visits", "photos", "audit", "csv", "sums")) {
            lines.add(texts.text("privacy.zip." + part));
        }
        if (content.documents().keySet().stream().noneMatch(name -> name.startsWith("visits/"))) {
            lines.add(texts.text("privacy.zip.novisits"));
        }
        lines.add("");
        content.rows().keySet().forEach(table -> lines.add(table + ": " + texts.text("privacy.table." + table)));
        if (!unreadable.isEmpty()) {
            lines.add("");
            lines.add(texts.text("privacy.zip.unreadable", String.join(", ", unreadable)));
        }
        return String.join("\r\n", lines) + "\r\n";
    }

    private boolean recording(SummedZip zip, Recording recording) throws IOException {
        Optional<RecordedForce> force = raw.of(recording).flatMap(JournalReplay.Replayed::force);
        if (force.isPresent()) {
            zip.add("recordings/" + recording.id() + ".csv", out -> decoded(force.get(), out));
        }
        List<JournalRecord> records = new ArrayList<>();
        if (!raw.records(recording, records::add)) {
            return false;
        }
        zip.add("recordings/" + recording.id() + ".packets.ndjson", out -> {
            for (JournalRecord record : records) {
                out.write((packet(record) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        });
        return true;
    }

    private static void decoded(RecordedForce force, OutputStream out) throws IOException {
        out.write("segment,time_s,force_N\r\n".getBytes(StandardCharsets.UTF_8));
        int segment = 0;
        for (ForceTrace trace : force.segments()) {
            segment++;
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < trace.size(); i++) {
                lines.append(segment)
                        .append(',')
                        .append(plain(trace.micros(i) / MICROS_PER_SECOND))
                        .append(',')
                        .append(plain(trace.newtons(i)))
                        .append("\r\n");
            }
            out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String packet(JournalRecord record) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("sequence", record.sequence())
                .put("type", record.type().name())
                .put("host_ns", record.hostNanos())
                .put("wall_us", record.wallMicros())
                .put("payload_hex", HexFormat.of().formatHex(record.payload()))
                .toString();
    }

    private static String json(List<Map<String, Object>> rows) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Map<String, Object> row : rows) {
            ObjectNode json = all.addObject();
            row.forEach((name, value) -> put(json, name, value));
        }
        return all.toPrettyString() + "\n";
    }

    private static void put(ObjectNode json, String name, Object value) {
        if (value instanceof Boolean truth) {
            json.put(name, truth);
        } else if (value instanceof Integer number) {
            json.put(name, number);
        } else if (value instanceof Long number) {
            json.put(name, number);
        } else if (value instanceof Double number) {
            json.put(name, number);
        } else {
            json.put(name, value.toString());
        }
    }

    private static String csv(List<Map<String, Object>> rows) {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(columns);
            rows.forEach(row -> csv.writeRecord(columns.stream()
                    .map(column -> cell(row.getOrDefault(column, "")))
                    .toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String cell(Object value) {
        return value instanceof Number number ? plain(number.doubleValue()) : ResultColumns.text(value.toString());
    }

    private static String plain(double value) {
        String text = BigDecimal.valueOf(value).toPlainString();
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
