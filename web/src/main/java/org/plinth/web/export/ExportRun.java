package org.plinth.web.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.store.AuditEvent;
import org.plinth.web.store.Stores;

/**
 * What an export into a folder was made of, so that a later run can tell whether it may go on where that one was cut off.
 *
 * @param export its id
 * @param clinic whose data
 * @param purpose what for
 * @param options as given
 * @param version of Plinth
 * @param at when it was asked for; a run that goes on takes this time for its own
 * @param seq number of the audit log's last row then
 */
record ExportRun(
        String export,
        String clinic,
        String purpose,
        Map<String, String> options,
        String version,
        Instant at,
        long seq) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FORMAT = 1;
    private static final int PAGE = 500;

    ExportRun {
        options = Map.copyOf(options);
    }

    static ExportRun of(Export export, ExportRequest request, String version, long seq) {
        return new ExportRun(
                export.id(),
                request.clinic().id().toString(),
                request.purpose().name(),
                request.options(),
                version,
                request.at(),
                seq);
    }

    /** Whether {@code next} asks for the same of the same data: then what this run finished need not be made again. */
    boolean isSame(ExportRun next, Stores stores) {
        boolean asked = export.equals(next.export)
                && clinic.equals(next.clinic)
                && purpose.equals(next.purpose)
                && options.equals(next.options)
                && version.equals(next.version);
        return asked
                && seq <= next.seq
                && Id.<Clinic>parse(clinic)
                        .filter(id -> isUnchanged(stores, id))
                        .isPresent();
    }

    /** Readings, exports and logins leave rows in the log too; what changes data has what stands there now. */
    private boolean isUnchanged(Stores stores, Id<Clinic> of) {
        for (long after = seq; ; ) {
            List<AuditEvent> page = stores.audit().next(after, PAGE);
            if (page.isEmpty()) {
                return true;
            }
            for (AuditEvent row : page) {
                if (row.clinic().equals(of) && isChange(row)) {
                    return false;
                }
                after = row.seq();
            }
        }
    }

    private static boolean isChange(AuditEvent row) {
        boolean looksOnly = row.action().startsWith("export.") || row.action().startsWith("record.");
        return !looksOnly && (row.before().isPresent() || row.after().isPresent());
    }

    String line() {
        ObjectNode json = JSON.createObjectNode().put("format", FORMAT).put("export", export);
        json.put("clinic", clinic).put("purpose", purpose).put("version", version);
        json.put("at", at.toString()).put("seq", seq);
        ObjectNode given = json.putObject("options");
        new TreeMap<>(options).forEach(given::put);
        return json.toString();
    }

    static Optional<ExportRun> parse(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            if (json == null || json.path("format").asInt() != FORMAT) {
                return Optional.empty();
            }
            Map<String, String> options = new TreeMap<>();
            json.path("options")
                    .properties()
                    .forEach(one -> options.put(one.getKey(), one.getValue().asText()));
            return Optional.of(new ExportRun(
                    json.path("export").asText(),
                    json.path("clinic").asText(),
                    json.path("purpose").asText(),
                    options,
                    json.path("version").asText(),
                    Instant.parse(json.path("at").asText()),
                    json.path("seq").asLong()));
        } catch (IOException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
