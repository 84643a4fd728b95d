package org.plinth.web.capture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plinth.driver.HeldCalibration;
import org.plinth.driver.SensorDriver;
import org.plinth.driver.Support;

/**
 * What stands behind the numbers of a sensor when a recording is opened. Kept with it: a driver that is taken further later
 * changes nothing of what was recorded before.
 *
 * @param decodeOnly whether its driver was built from descriptions alone and not seen on hardware (decision T22)
 * @param held the calibration that it holds, where it tells
 */
public record SensorOrigin(boolean decodeOnly, Optional<HeldCalibration> held) {

    /** Full support, and no calibration of its own that it tells. */
    public static final SensorOrigin PLAIN = new SensorOrigin(false, Optional.empty());

    private static final String SUPPORT = "support";
    private static final String HELD = "sensorCalibration";

    /** Of a sensor of this driver. */
    static SensorOrigin of(SensorDriver driver, Optional<HeldCalibration> held) {
        return new SensorOrigin(driver.support() == Support.DECODE_ONLY, held);
    }

    /** Adds what is not plain. */
    void writeTo(ObjectNode json) {
        if (decodeOnly) {
            json.put(SUPPORT, Support.DECODE_ONLY.name());
        }
        held.ifPresent(told -> {
            ObjectNode node =
                    json.putObject(HELD).put("question", told.question()).put("raw", told.raw());
            ArrayNode rows = node.putArray("rows");
            told.rows().forEach(row -> {
                ObjectNode one = rows.addObject();
                row.forEach(one::put);
            });
        });
    }

    /** What an OPEN record says; plain where it says nothing. */
    static SensorOrigin in(JsonNode json) {
        boolean decodeOnly = json.path(SUPPORT).asText().equals(Support.DECODE_ONLY.name());
        Optional<HeldCalibration> held = json.has(HELD) ? Optional.of(held(json.get(HELD))) : Optional.empty();
        return new SensorOrigin(decodeOnly, held);
    }

    private static HeldCalibration held(JsonNode json) {
        List<Map<String, Double>> rows = new ArrayList<>();
        for (JsonNode one : json.required("rows")) {
            Map<String, Double> row = new LinkedHashMap<>();
            one.properties()
                    .forEach(field -> row.put(field.getKey(), field.getValue().asDouble()));
            rows.add(row);
        }
        return new HeldCalibration(
                json.required("question").asText(), json.required("raw").asText(), rows);
    }
}
