package org.plinth.web.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.plinth.web.store.AuditStore;

/**
 * What a backup holds; stands at its end, so that a restore can tell whether it got all of it.
 *
 * @param rows of each table
 * @param journals files of the journals
 * @param journalBytes their length
 * @param faults sealed journals that were missing or not as they were sealed when the backup was made
 * @param head the end of the audit chain
 */
public record BackupSummary(
        Map<String, Long> rows, long journals, long journalBytes, long faults, AuditStore.Head head) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Copies the map. */
    public BackupSummary {
        rows = Map.copyOf(rows);
    }

    /** Rows of all tables. */
    public long allRows() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }

    String json() {
        ObjectNode json = JSON.createObjectNode();
        ObjectNode tables = json.putObject("rows");
        rows.keySet().stream().sorted().forEach(table -> tables.put(table, rows.getOrDefault(table, 0L)));
        json.put("journals", journals).put("journalBytes", journalBytes).put("journalFaults", faults);
        json.put("auditRows", head.seq()).put("auditHash", head.hash());
        return json.toString();
    }

    static BackupSummary parse(String text) throws IOException {
        JsonNode json = JSON.readTree(text);
        Map<String, Long> rows = new LinkedHashMap<>();
        json.path("rows")
                .fields()
                .forEachRemaining(one -> rows.put(one.getKey(), one.getValue().asLong()));
        return new BackupSummary(
                rows,
                json.path("journals").asLong(),
                json.path("journalBytes").asLong(),
                json.path("journalFaults").asLong(),
                new AuditStore.Head(
                        json.path("auditRows").asLong(), json.path("auditHash").asText()));
    }
}
