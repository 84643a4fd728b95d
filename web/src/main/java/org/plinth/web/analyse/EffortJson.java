package org.plinth.web.analyse;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.plinth.core.effort.Effort;
import org.plinth.core.metric.Withholding;

/** The {@code efforts[]} objects of the analysis. */
final class EffortJson {

    private static final String PEAK_TIME = "timeOfPeak_s";
    private static final String ONSET = "onset_s";
    private static final List<String> BEFORE_PEAK_TIME = List.of("peakForce_N", "peak100_N");
    private static final List<String> AFTER_PEAK_TIME = List.of("netPeakForce_N", "meanForce1s_N");

    private EffortJson() {}

    static void write(JsonGenerator json, EffortAnalysis analysed) throws IOException {
        Effort effort = analysed.effort();
        json.writeStartObject();
        json.writeNumberField("n", effort.number());
        json.writeStringField("state", effort.isCandidate() ? "CANDIDATE" : "EXCLUDED");
        if (effort.rejection().isPresent()) {
            json.writeStringField("reason", effort.rejection().get().name());
        }
        if (effort.quietBaseline()) {
            json.writeNumberField(ONSET, RecordingJson.seconds(effort.onsetMicros()));
        }
        json.writeNumberField("end_s", RecordingJson.seconds(effort.endMicros()));
        writeMetrics(json, analysed);
        json.writeNumberField("baseline_N", effort.baseline().newtons());
        json.writeNumberField("pretension_N", analysed.pretension().newtons());
        writePretensionPercent(json, analysed);
        AnalysisJson.writeNames(json, "flags", effort.flags());
        writeWithheld(json, analysed);
        json.writeEndObject();
    }

    static void writePretensionPercent(JsonGenerator json, EffortAnalysis analysed) throws IOException {
        if (analysed.pretensionPercent().isPresent()) {
            json.writeNumberField("pretension_pct", analysed.pretensionPercent().getAsDouble());
        }
    }

    private static void writeMetrics(JsonGenerator json, EffortAnalysis analysed) throws IOException {
        for (String id : BEFORE_PEAK_TIME) {
            writeMetric(json, analysed, id);
        }
        json.writeNumberField(PEAK_TIME, RecordingJson.seconds(analysed.timeOfPeakMicros()));
        for (String id : AFTER_PEAK_TIME) {
            writeMetric(json, analysed, id);
        }
        for (String id : analysed.values().keySet()) {
            if (!BEFORE_PEAK_TIME.contains(id) && !AFTER_PEAK_TIME.contains(id) && !id.equals(PEAK_TIME)) {
                writeMetric(json, analysed, id);
            }
        }
    }

    private static void writeMetric(JsonGenerator json, EffortAnalysis analysed, String id) throws IOException {
        Double value = analysed.values().get(id);
        if (value != null) {
            json.writeNumberField(id, value);
        }
    }

    private static void writeWithheld(JsonGenerator json, EffortAnalysis analysed) throws IOException {
        json.writeObjectFieldStart("withheld");
        if (!analysed.effort().quietBaseline()) {
            json.writeStringField(ONSET, Withholding.NO_ONSET.name());
        }
        for (Map.Entry<String, Withholding> metric : analysed.withheld().entrySet()) {
            json.writeStringField(metric.getKey(), metric.getValue().name());
        }
        json.writeEndObject();
    }
}
