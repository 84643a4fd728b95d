package org.plinth.web.analyse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.plinth.core.visit.Side;

/**
 * An analysis as one JSON object, format 1 (docs/data-format.md, "Analyse JSON"). Keys carry their unit; numbers have
 * full precision; what cannot be given is absent and listed under {@code withheld}. Stateless; any thread.
 */
public final class AnalysisJson {

    static final int FORMAT = 1;

    private static final JsonFactory FACTORY = new JsonFactory();

    private AnalysisJson() {}

    /** The object on one line, without a line end. */
    public static String of(Analysis analysis) {
        StringWriter out = new StringWriter();
        try {
            write(analysis, out);
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot refuse to be written", e);
        }
        return out.toString();
    }

    /** Writes the object; does not close {@code out}. */
    public static void write(Analysis analysis, Writer out) throws IOException {
        JsonGenerator json = FACTORY.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartObject();
        json.writeNumberField("format", FORMAT);
        json.writeObjectFieldStart("engine");
        json.writeStringField("version", analysis.engineVersion());
        json.writeEndObject();
        json.writeArrayFieldStart("recordings");
        for (int i = 0; i < analysis.recordings().size(); i++) {
            RecordingJson.write(
                    json, analysis.recordings().get(i), analysis.results().get(i));
        }
        json.writeEndArray();
        writeSides(json, analysis.sides());
        json.writeFieldName("symmetry");
        SymmetryJson.write(json, analysis.symmetry());
        json.writeEndObject();
        json.close();
    }

    private static void writeSides(JsonGenerator json, Map<Side, SideResult> sides) throws IOException {
        if (sides.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("sides");
        for (Map.Entry<Side, SideResult> side : sides.entrySet()) {
            json.writeFieldName(id(side.getKey()));
            writeResult(json, side.getValue());
        }
        json.writeEndObject();
    }

    static void writeResult(JsonGenerator json, SideResult result) throws IOException {
        json.writeStartObject();
        json.writeStringField("quantity", result.quantity().metricId());
        json.writeStringField("estimator", "best");
        json.writeNumberField("k", result.value().k());
        json.writeNumberField("value_N", result.value().best().newtons());
        json.writeNumberField("mean_N", result.value().mean().newtons());
        if (result.value().cvPercent().isPresent()) {
            json.writeNumberField("cv_pct", result.value().cvPercent().getAsDouble());
        }
        json.writeEndObject();
    }

    static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Names of constants, sorted, so that the same analysis gives the same bytes. */
    static void writeNames(JsonGenerator json, String field, Iterable<? extends Enum<?>> constants) throws IOException {
        SortedSet<String> names = new TreeSet<>();
        constants.forEach(constant -> names.add(constant.name()));
        json.writeArrayFieldStart(field);
        for (String name : names) {
            json.writeString(name);
        }
        json.writeEndArray();
    }
}
