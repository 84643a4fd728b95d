package org.plinth.web.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plinth.driver.link.replay.Capture;
import org.plinth.driver.link.replay.CaptureWriter;
import org.plinth.web.EngineVersion;
import org.plinth.web.audit.CheckpointKey;
import org.plinth.web.clinic.Recording;
import org.plinth.web.privacy.Purpose;
import org.plinth.web.store.CanonicalJson;

/**
 * Every recording of a clinic ({@code docs/data-format.md} §31): the curve of each as CSV, what its sensor sent, a line of JSON
 * with ledger, calibration, efforts and result, all of it as Parquet, and each effort as a row. Pseudonymised: no name, no free
 * words, no date or time of day, no serial number. One recording is in memory at a time.
 */
public final class RawExport implements Export {

    /** Begins what is signed, so that a signature says of what kind of file it is. */
    static final String SIGNED = "plinth-raw-export-1\n";

    private static final int FORMAT = 1;
    private static final String CURVES = "export.part.recordings";
    private static final String LINES = "export.part.lines";
    private static final String TABLE = "export.part.curves";

    @Override
    public String id() {
        return "raw";
    }

    @Override
    public void write(ExportGround ground, ExportRequest request, ExportSink sink, ExportProgress progress)
            throws IOException {
        new Run(ground, request, sink, progress).all();
    }

    /** One export that is being made. */
    private static final class Run {

        private final ExportGround ground;
        private final ExportRequest request;
        private final ExportSink sink;
        private final ExportProgress progress;
        private final RawRows rows;
        private final RawKeys keys;

        Run(ExportGround ground, ExportRequest request, ExportSink sink, ExportProgress progress) {
            this.ground = ground;
            this.request = request;
            this.sink = sink;
            this.progress = progress;
            rows = RawRows.of(ground.store(), request);
            keys = new RawKeys(ground.pseudonyms());
        }

        /** Seals stand in the clinic's own audit log, beside days: whoever is outside does without them. */
        private boolean sealed() {
            return request.purpose() != Purpose.RESEARCH;
        }

        void all() throws IOException {
            RawRows.Counts counts = rows.forEach(CURVES, progress, this::files);
            sink.file("recordings.ndjson", out -> {
                RawJson json = new RawJson(keys, new RawCalibrations(ground.store(), keys), sealed());
                rows.forEach(LINES, progress, raw -> out.write(line(json, raw)));
            });
            sink.file(
                    "recordings.parquet",
                    out -> ParquetTable.write(
                            out,
                            RecordingRow.class,
                            table -> rows.forEach(
                                    LINES, progress, raw -> table.add(RecordingRow.of(raw, keys, sealed())))));
            sink.file(
                    "curves.parquet",
                    out -> ParquetTable.write(
                            out, CurveRow.class, table -> rows.forEach(TABLE, progress, raw -> samples(raw, table))));
            sink.file("trials.csv", out -> new TrialsCsv(ground, request, rows, keys).write(out, progress));
            sink.text("dictionary.csv", RawDictionary.text(ground.texts()));
            sink.text("README.txt", readme(counts));
            manifest(counts);
        }

        /** Curve and packets of one; neither where it cannot be read, which its line says. */
        private void files(RawRows.Raw raw) throws IOException {
            String key = keys.recording(raw.recording().id());
            String curve = "recordings/" + key + ".csv";
            String packets = "packets/" + key + ".capture";
            if (raw.withheld().isPresent()) {
                return;
            }
            if (!sink.has(curve)) {
                Optional<RawCurve> found =
                        RawCurve.of(ground.raw(), raw.recording()).curve();
                if (found.isPresent()) {
                    sink.file(curve, found.get()::toCsv);
                }
            }
            if (!sink.has(packets)) {
                Optional<Capture> sent = RecordingCapture.of(ground.raw(), raw.recording());
                if (sent.isPresent()) {
                    sink.file(packets, out -> {
                        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                        CaptureWriter.write(sent.get(), text);
                        text.flush();
                    });
                }
            }
        }

        private byte[] line(RawJson json, RawRows.Raw raw) {
            Recording recording = raw.recording();
            RawCurve.Found found = raw.withheld().isPresent()
                    ? new RawCurve.Found(Optional.empty(), raw.withheld().get())
                    : RawCurve.of(ground.raw(), recording);
            Optional<String> withheld = found.curve().isPresent() ? Optional.empty() : Optional.of(found.reason());
            Optional<Recording.Seal> now =
                    raw.row().erased() ? Optional.empty() : ground.raw().sealNow(recording);
            ObjectNode object = json.of(raw, found.curve(), withheld, now);
            return (object + "\n").getBytes(StandardCharsets.UTF_8);
        }

        private void samples(RawRows.Raw raw, ParquetTable.Rows<CurveRow> table) throws IOException {
            if (raw.withheld().isPresent()) {
                return;
            }
            Optional<RawCurve> curve =
                    RawCurve.of(ground.raw(), raw.recording()).curve();
            if (curve.isPresent()) {
                String key = keys.recording(raw.recording().id());
                String unit = curve.get().unit();
                curve.get()
                        .forEach((segment, micros, newtons, reading) ->
                                table.add(new CurveRow(key, segment, micros, newtons, reading, unit)));
            }
        }

        private String readme(RawRows.Counts counts) {
            List<String> lines = List.of(
                    ground.texts().text("export.raw.title"),
                    ground.texts().text("export.purpose." + request.purpose()),
                    ground.texts().text("export.raw.counts", counts.recordings(), counts.leftOut()),
                    ground.texts().text("export.raw.privacy"),
                    "",
                    ground.texts().text("export.raw.files"),
                    "",
                    ground.texts().text("export.raw.check"));
            return String.join("\r\n", lines) + "\r\n";
        }

        /** Signed with the key of the audit log's checkpoints, whose public half an auditor may have had before. */
        private void manifest(RawRows.Counts counts) throws IOException {
            CheckpointKey key = ground.checkpoints().key();
            Map<String, Object> manifest = new TreeMap<>();
            manifest.put("format", FORMAT);
            manifest.put("export", "raw");
            manifest.put("clinic", keys.clinic(request.clinic().id()));
            manifest.put("purpose", request.purpose().name().toLowerCase(Locale.ROOT));
            manifest.put("plinth", EngineVersion.current());
            manifest.put("recordings", counts.recordings());
            manifest.put("recordings_left_out", counts.leftOut());
            manifest.put("key", key.id());
            StringBuilder sums = new StringBuilder();
            new TreeMap<>(sink.sums())
                    .forEach((name, sum) ->
                            sums.append(sum).append("  ").append(name).append('\n'));
            manifest.put("files", sums.toString());
            String json = CanonicalJson.object(manifest) + "\n";
            sink.text("manifest.json", json);
            sink.text(
                    "manifest.json.sig",
                    key.id() + " " + key.sign((SIGNED + json).getBytes(StandardCharsets.UTF_8)) + "\n");
            sink.text("key.pem", key.publicPem());
        }
    }
}
