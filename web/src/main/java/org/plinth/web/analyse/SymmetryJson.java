package org.plinth.web.analyse;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.symmetry.SymmetryInterval;
import org.plinth.core.symmetry.SymmetryOutcome;

/** The {@code symmetry} object: of the analysis, and wherever else a symmetry is told to programs. */
public final class SymmetryJson {

    private SymmetryJson() {}

    /** Writes the object: a symmetry, or {@code {"refused":"REASON"}}. */
    public static void write(JsonGenerator json, SymmetryOutcome outcome) throws IOException {
        json.writeStartObject();
        if (outcome instanceof SymmetryOutcome.Refused refused) {
            json.writeStringField("refused", refused.reason().name());
        } else if (outcome instanceof SymmetryOutcome.Symmetry symmetry) {
            write(json, symmetry);
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, SymmetryOutcome.Symmetry symmetry) throws IOException {
        json.writeStringField("injured", AnalysisJson.id(symmetry.injured()));
        json.writeNumberField("k", symmetry.k());
        json.writeNumberField("lsi_pct", symmetry.percent());
        json.writeNumberField("lsiMean_pct", symmetry.percentOfMeans());
        if (symmetry.percentNet().isPresent()) {
            json.writeNumberField("lsiNet_pct", symmetry.percentNet().getAsDouble());
        }
        if (symmetry.interval().isPresent()) {
            write(json, symmetry.interval().get());
        }
        json.writeStringField("state", symmetry.state().name());
        json.writeNumberField("threshold_pct", symmetry.thresholdPercent());
        json.writeStringField("basis", "force");
        if (symmetry.error().isPresent()) {
            MeasurementError error = symmetry.error().get();
            json.writeNumberField("sem_pct", error.semPercent());
            json.writeStringField("semSource", error.source());
        }
        AnalysisJson.writeNames(json, "flags", symmetry.flags());
        writeWithheld(json, symmetry);
    }

    private static void write(JsonGenerator json, SymmetryInterval interval) throws IOException {
        json.writeNumberField("lsiLow_pct", interval.low95());
        json.writeNumberField("lsiHigh_pct", interval.high95());
        json.writeNumberField("decisionLow_pct", interval.low80());
        json.writeNumberField("decisionHigh_pct", interval.high80());
        json.writeNumberField("chanceAtLeastThreshold", interval.chanceAtLeastThreshold());
    }

    private static void writeWithheld(JsonGenerator json, SymmetryOutcome.Symmetry symmetry) throws IOException {
        json.writeObjectFieldStart("withheld");
        if (symmetry.percentNet().isEmpty()) {
            json.writeStringField("lsiNet_pct", "NET_NOT_POSITIVE");
        }
        if (symmetry.interval().isEmpty()) {
            for (String field : new String[] {
                "lsiLow_pct", "lsiHigh_pct", "decisionLow_pct", "decisionHigh_pct", "chanceAtLeastThreshold"
            }) {
                json.writeStringField(field, "NO_MEASUREMENT_ERROR");
            }
        }
        json.writeEndObject();
    }
}
