package org.plinth.web.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Recording;
import org.plinth.web.store.RawStore;
import org.plinth.web.store.RawStore.TrialRow;

/** {@code trials.csv}: one row for each effort, without name, date or words. UTF-8, comma, CRLF. One thread. */
final class TrialsCsv {

    static final List<String> COLUMNS = columns();

    private static final int RECORDINGS_A_PAGE = 2_000;
    private static final int BUFFER = 1 << 16;

    private final ExportGround ground;
    private final ExportRequest request;
    private final RawRows rows;
    private final RawKeys keys;

    TrialsCsv(ExportGround ground, ExportRequest request, RawRows rows, RawKeys keys) {
        this.ground = ground;
        this.request = request;
        this.rows = rows;
        this.keys = keys;
    }

    private static List<String> columns() {
        List<String> all = new ArrayList<>(List.of(
                "recording",
                "effort",
                "patient",
                "episode",
                "visit",
                "day_of_episode_d",
                "position",
                "protocol_version",
                "side",
                "injured_side",
                "onset_us",
                "end_us",
                "baseline_N",
                "state",
                "rejection",
                "flags",
                "pain_0_10"));
        all.addAll(RawStore.TRIAL_METRICS);
        all.add("engine_version");
        return List.copyOf(all);
    }

    void write(OutputStream out, ExportProgress progress) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .bufferSize(BUFFER)
                .build(text);
        csv.writeRecord(COLUMNS);
        long[] written = {0};
        Optional<Id<Recording>> after = Optional.empty();
        do {
            progress.goOn();
            Optional<Id<Recording>> from = after;
            after = ground.store()
                    .read(stores -> stores.raw().trialRows(request.clinic().id(), from, RECORDINGS_A_PAGE, row -> {
                        if (rows.has(row.patient())) {
                            written[0]++;
                            csv.writeRecord(cells(row));
                        }
                    }));
            progress.done("export.part.trials", written[0], 0);
        } while (after.isPresent());
        csv.flush();
        text.flush();
    }

    private String[] cells(TrialRow row) {
        String[] cells = new String[COLUMNS.size()];
        int at = 0;
        cells[at++] = keys.recording(row.recording());
        cells[at++] = Integer.toString(row.number());
        cells[at++] = keys.patient(row.patient());
        cells[at++] = keys.episode(row.episode());
        cells[at++] = keys.visit(row.visit());
        cells[at++] = Long.toString(row.day());
        cells[at++] = CsvText.inert(row.position());
        cells[at++] = Integer.toString(row.protocolVersion());
        cells[at++] = row.side().name();
        cells[at++] = row.involvement().name();
        cells[at++] = Long.toString(row.onsetMicros());
        cells[at++] = Long.toString(row.endMicros());
        cells[at++] = Double.toString(row.baselineNewtons());
        cells[at++] = row.state().name();
        cells[at++] = row.rejection().orElse("");
        cells[at++] = row.flags();
        cells[at++] = row.pain().isPresent() ? Integer.toString(row.pain().getAsInt()) : "";
        for (String metric : RawStore.TRIAL_METRICS) {
            OptionalDouble measured = row.measured().getOrDefault(metric, OptionalDouble.empty());
            cells[at++] = measured.isPresent() ? Double.toString(measured.getAsDouble()) : "";
        }
        cells[at] = CsvText.inert(row.engineVersion());
        return cells;
    }
}
