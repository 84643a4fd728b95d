package org.plinth.web.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.core.signal.ForceTrace;
import org.plinth.web.EngineVersion;
import org.plinth.web.analyse.Analyser;
import org.plinth.web.analyse.EffortAnalysis;
import org.plinth.web.analyse.RecordingAnalysis;
import org.plinth.web.diary.ImportedKinds;
import org.plinth.web.hash.Sha256;
import org.plinth.web.imports.FoundRow.Measured;
import org.plinth.web.recordingfile.Recording;

/**
 * What a curve comes to: the strongest of the efforts that count, by the same engine as recordings, and the samples as they are.
 *
 * @param measured values and packed samples
 * @param samplesSha256 over time and force of every sample
 * @param hasEffort whether one was found that counts
 */
record RecordingSummary(Measured measured, String samplesSha256, boolean hasEffort) {

    private static final double MICROS_PER_SECOND = 1e6;
    private static final int MOST_DECIMALS = 3;

    static Measured nothing() {
        return new Measured(ImportedKinds.FORCE.id(), Optional.empty(), "", new TreeMap<>(), Optional.empty());
    }

    static RecordingSummary of(Recording recording, Optional<LocalDate> date, String time, String device)
            throws IOException {
        RecordingAnalysis analysis = new Analyser(EngineVersion.current()).analyse(recording, Optional.empty());
        String metric = analysis.quantity().metricId();
        Optional<EffortAnalysis> best = analysis.valid().stream()
                .max(Comparator.comparing(effort -> effort.values().getOrDefault(metric, Double.NEGATIVE_INFINITY)));
        SortedMap<String, String> values = new TreeMap<>();
        best.ifPresent(effort -> {
            put(values, "peak100", effort.values().get("peak100_N"));
            put(values, "peakForce", effort.values().get("peakForce_N"));
        });
        values.put("efforts", Integer.toString(analysis.efforts().size()));
        values.put("kept", Integer.toString(analysis.valid().size()));
        values.put("samples", Integer.toString(analysis.samples()));
        put(values, "length", analysis.durationMicros() / MICROS_PER_SECOND);
        analysis.quality().ifPresent(quality -> put(values, "rate", quality.sampleRateHz()));
        values.put("fileUnit", recording.unit().symbol());
        asInFile(recording, best).ifPresent(text -> values.put("asInFile", text));
        if (!device.isEmpty()) {
            values.put("device", device);
        }
        Measured measured =
                new Measured(ImportedKinds.FORCE.id(), date, time, values, Optional.of(packed(recording.trace())));
        return new RecordingSummary(measured, samples(recording.trace()), best.isPresent());
    }

    private static void put(
            SortedMap<String, String> values, String name, @org.jspecify.annotations.Nullable Double value) {
        if (value != null && Double.isFinite(value)) {
            BigDecimal rounded = BigDecimal.valueOf(value).setScale(MOST_DECIMALS, RoundingMode.HALF_UP);
            values.put(
                    name,
                    rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString());
        }
    }

    private static Optional<String> asInFile(Recording recording, Optional<EffortAnalysis> best) {
        if (recording.unit() == ForceUnit.NEWTON) {
            return Optional.empty();
        }
        return best.map(effort -> effort.values().get("peakForce_N"))
                .map(newtons -> BigDecimal.valueOf(newtons / recording.unit().newtonsPerUnit())
                                .setScale(2, RoundingMode.HALF_UP)
                                .toPlainString()
                        + " " + recording.unit().symbol());
    }

    Optional<ImportFault> fault(long line) {
        return hasEffort ? Optional.empty() : Optional.of(ImportFault.ofLine(line, "noEffort"));
    }

    String identity(String column) {
        return Identity.of(measured, Person.unknown(), samplesSha256, Cell.fold(column));
    }

    /** Time in µs from the first row, force in N; every number is the shortest that reads back as itself. */
    private static byte[] packed(ForceTrace trace) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer out = new OutputStreamWriter(new GZIPOutputStream(bytes), StandardCharsets.US_ASCII)) {
            out.write("t_us,force_N\n");
            for (int i = 0; i < trace.size(); i++) {
                if (trace.followsBlank(i)) {
                    out.write(",\n");
                }
                out.write(trace.micros(i) + "," + trace.newtons(i) + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String samples(ForceTrace trace) {
        MessageDigest digest = Sha256.digest();
        ByteBuffer sample = ByteBuffer.allocate(2 * Long.BYTES);
        for (int i = 0; i < trace.size(); i++) {
            sample.clear();
            sample.putLong(trace.micros(i)).putDouble(trace.newtons(i));
            digest.update(sample.array());
        }
        return Sha256.hex(digest);
    }
}
