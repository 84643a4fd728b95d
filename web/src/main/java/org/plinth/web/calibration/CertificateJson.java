package org.plinth.web.calibration;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.plinth.calibration.conformity.Conformity;
import org.plinth.calibration.reference.ReferenceMass;
import org.plinth.calibration.reference.ReferenceUncertainty;
import org.plinth.calibration.run.CalibrationRun;
import org.plinth.web.calibration.CertificateDetails.Field;
import org.plinth.web.text.Texts;

/**
 * A certificate as one JSON object, format 1 ({@code docs/data-format.md}, "Calibration certificate"): what the PDF says,
 * with full precision. What nobody stated is absent. Stateless.
 */
public final class CertificateJson {

    private static final int FORMAT = 1;

    private CertificateJson() {}

    /** The object. */
    public static String of(Certificate certificate, Texts texts) {
        CalibrationRun run = certificate.evaluation().run();
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("format", FORMAT);
        json.putObject("engine").put("version", certificate.engineVersion());
        json.put("title", texts.text("calibration.certificate.title"))
                .put("certificate", certificate.id())
                .put("statement", texts.text("calibration.certificate.statement"))
                .put("decisionRule", texts.text("calibration.certificate.rule"));
        for (Field field : Field.values()) {
            if (field != Field.ID) {
                certificate.details().text(field).ifPresent(text -> json.put(field.key(), text));
            }
        }
        writeChain(json, run);
        writeReference(json, run);
        certificate.asFound().ifPresent(found -> writeAsFound(json.putObject("asFound"), found));
        json.putObject("asLeft")
                .put("decision", certificate.evaluation().decision().name());
        json.put("pointsSha256", certificate.pointsSha256());
        FitJson.write(json.putObject("result"), certificate.evaluation(), texts);
        return json.toString();
    }

    private static void writeChain(ObjectNode json, CalibrationRun run) {
        ObjectNode sensor = json.putObject("sensor")
                .put("model", run.chain().sensorModel())
                .put("serial", run.chain().serial())
                .put("firmware", run.chain().firmware());
        ArrayNode attachments = sensor.putArray("attachments");
        run.chain().attachments().forEach(attachments::add);
        ObjectNode room = json.putObject("environment");
        put(room, "temperature_C", run.environment().celsius());
        put(room, "temperatureSpan_K", run.environment().celsiusSpan());
        put(room, "humidity_pct", run.environment().humidityPercent());
        put(room, "pressure_hPa", run.environment().hectopascals());
    }

    private static void writeReference(ObjectNode json, CalibrationRun run) {
        ObjectNode reference = json.putObject("reference");
        if (run.reference() instanceof ReferenceUncertainty.Expanded stated) {
            reference.put("U_pct", 100 * stated.relative()).put("k", stated.coverageFactor());
        } else if (run.reference() instanceof ReferenceUncertainty.Limits limits) {
            reference.put("tolerance_pct", 100 * limits.relativeHalfWidth());
        } else {
            reference.put("withheld", "NOT_STATED");
        }
        ArrayNode masses = json.putArray("masses");
        for (ReferenceMass mass : run.masses()) {
            ObjectNode one = masses.addObject().put("id", mass.id()).put("certificate", mass.certificate());
            mass.certifiedOn().ifPresent(date -> one.put("certified", date.toString()));
            one.put("nominal_kg", mass.nominalKilograms())
                    .put("conventional_kg", mass.conventionalKilograms())
                    .put("uncertainty_kg", mass.uncertaintyKilograms())
                    .put("k", mass.coverageFactor());
        }
    }

    private static void writeAsFound(ObjectNode json, Conformity found) {
        json.put("decision", found.decision().name());
        ArrayNode shortfalls = json.putArray("shortfalls");
        new TreeSet<>(found.shortfalls()).forEach(shortfall -> shortfalls.add(shortfall.name()));
        ArrayNode points = json.putArray("points");
        found.points().forEach(point -> points.addObject()
                .put("force_N", point.newtons())
                .put("error_N", point.error())
                .put("U_N", point.expandedUncertainty())
                .put("limit_N", point.limit())
                .put("decision", point.decision().name()));
    }

    private static void put(ObjectNode json, String key, OptionalDouble value) {
        if (value.isPresent()) {
            json.put(key, value.getAsDouble());
        }
    }
}
