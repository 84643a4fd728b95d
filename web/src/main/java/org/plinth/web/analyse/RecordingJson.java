package org.plinth.web.analyse;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import org.plinth.core.signal.Gap;
import org.plinth.core.signal.TraceQuality;
import org.plinth.web.recordingfile.TimeAxis;
import org.plinth.web.recordingfile.UnitOrigin;

/** The {@code recordings[]} objects of the analysis. */
final class RecordingJson {

    private static final double MICROS_PER_SECOND = 1e6;

    private RecordingJson() {}

    static void write(JsonGenerator json, RecordingAnalysis recording, Optional<SideResult> result) throws IOException {
        json.writeStartObject();
        writeHead(json, recording);
        writeQuality(json, recording);
        writeBaseline(json, recording);
        writeOrigin(json, recording);
        json.writeArrayFieldStart("efforts");
        for (EffortAnalysis effort : recording.efforts()) {
            EffortJson.write(json, effort);
        }
        json.writeEndArray();
        writeWithheld(json, recording);
        if (result.isPresent()) {
            json.writeFieldName("result");
            AnalysisJson.writeResult(json, result.get());
        }
        json.writeEndObject();
    }

    private static void writeHead(JsonGenerator json, RecordingAnalysis recording) throws IOException {
        json.writeStringField("file", recording.file());
        if (recording.side().isPresent()) {
            json.writeStringField("side", AnalysisJson.id(recording.side().get()));
        }
        json.writeStringField("unit", recording.unit().symbol());
        json.writeNumberField("samples", recording.samples());
        json.writeNumberField("duration_s", seconds(recording.durationMicros()));
    }

    private static void writeQuality(JsonGenerator json, RecordingAnalysis recording) throws IOException {
        Optional<TraceQuality> quality = recording.quality();
        if (quality.isPresent()) {
            json.writeNumberField("sampleRate_Hz", quality.get().sampleRateHz());
            json.writeNumberField("effectiveRate_Hz", quality.get().effectiveRateHz());
        }
        json.writeArrayFieldStart("gaps");
        for (Gap gap : recording.gaps()) {
            writeGap(json, gap, recording.firstSampleMicros());
        }
        json.writeEndArray();
        json.writeNumberField(
                "boundaryGaps", quality.map(TraceQuality::boundaryGaps).orElse(0));
        if (quality.isPresent()) {
            json.writeNumberField("longestInterval_s", seconds(quality.get().longestIntervalMicros()));
        }
        writeCounts(json, recording);
    }

    private static void writeCounts(JsonGenerator json, RecordingAnalysis recording) throws IOException {
        if (recording.timeAxis() instanceof TimeAxis.Column) {
            json.writeNumberField(
                    "missing",
                    recording.gaps().stream()
                            .filter(gap -> gap.kind() == Gap.Kind.LINK)
                            .mapToInt(Gap::missing)
                            .sum());
        }
        json.writeNumberField("blankRows", recording.blankRows());
        json.writeNumberField("duplicateRows", recording.duplicateRows());
    }

    private static void writeGap(JsonGenerator json, Gap gap, long firstSampleMicros) throws IOException {
        json.writeStartObject();
        json.writeNumberField("after_s", seconds(firstSampleMicros + gap.afterMicros()));
        json.writeNumberField("missing", gap.missing());
        json.writeStringField("kind", AnalysisJson.id(gap.kind()));
        json.writeNumberField("duration_s", seconds(gap.durationMicros()));
        json.writeEndObject();
    }

    private static void writeBaseline(JsonGenerator json, RecordingAnalysis recording) throws IOException {
        Optional<EffortAnalysis> leading = recording.leading();
        if (leading.isPresent()) {
            json.writeNumberField(
                    "baseline_N", leading.get().effort().baseline().newtons());
            json.writeNumberField("pretension_N", leading.get().pretension().newtons());
            EffortJson.writePretensionPercent(json, leading.get());
        }
        json.writeNumberField("least_N", recording.least().newtons());
        json.writeNumberField("greatest_N", recording.greatest().newtons());
    }

    private static void writeOrigin(JsonGenerator json, RecordingAnalysis recording) throws IOException {
        json.writeStringField("unitSource", unitSource(recording.unitOrigin()));
        json.writeStringField("forceColumn", recording.column());
        if (recording.timeAxis() instanceof TimeAxis.Column column) {
            json.writeStringField("timeColumn", column.name());
            json.writeStringField("timeUnit", column.unit().symbol());
        } else if (recording.timeAxis() instanceof TimeAxis.Rate rate) {
            json.writeNumberField("givenRate_Hz", rate.hertz());
        }
    }

    private static String unitSource(UnitOrigin origin) {
        return switch (origin) {
            case HEADER -> "header";
            case HEADER_KILOGRAM -> "header kg, read as kgf";
            case OPTION -> "given";
        };
    }

    private static void writeWithheld(JsonGenerator json, RecordingAnalysis recording) throws IOException {
        json.writeObjectFieldStart("withheld");
        if (recording.quality().isEmpty()) {
            json.writeStringField("sampleRate_Hz", "TOO_FEW_SAMPLES");
            json.writeStringField("effectiveRate_Hz", "TOO_FEW_SAMPLES");
            json.writeStringField("longestInterval_s", "TOO_FEW_SAMPLES");
        }
        if (recording.timeAxis() instanceof TimeAxis.Rate) {
            json.writeStringField("missing", "NO_DEVICE_CLOCK");
        }
        if (recording.efforts().isEmpty()) {
            json.writeStringField("baseline_N", "NO_EFFORT");
            json.writeStringField("pretension_N", "NO_EFFORT");
        }
        if (recording.valid().isEmpty()) {
            json.writeStringField("result", "NO_VALID_EFFORT");
        }
        json.writeEndObject();
    }

    static double seconds(long micros) {
        return micros / MICROS_PER_SECOND;
    }
}
