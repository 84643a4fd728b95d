package org.plinth.web.sensors;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.plinth.core.quantity.Force;
import org.plinth.driver.Capability;
import org.plinth.driver.SensorDriver;
import org.plinth.driver.SensorDrivers;
import org.plinth.driver.SensorSpec;

/** What {@code sensors list} tells of each driver; format 1. What is not known is absent and stands under {@code withheld}. */
public final class SupportedSensors {

    private static final String NOT_KNOWN = "NOT_KNOWN";

    private SupportedSensors() {}

    /** One object for all. */
    public static String json(SensorDrivers drivers) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("format", 1);
        ArrayNode sensors = json.putArray("sensors");
        drivers.all().forEach(driver -> sensors.add(json(driver)));
        return json.toString();
    }

    private static ObjectNode json(SensorDriver driver) {
        SensorSpec spec = driver.spec();
        Set<Capability> can = driver.capabilities();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", driver.id())
                .put("version", driver.version())
                .put("name", driver.displayName())
                .put("support", driver.support().name())
                .put("seenOnHardware", false)
                .put("protocol", spec.certainty().name())
                .put("reach", driver.reach().name())
                .put("unit", spec.unit().name())
                .put("rate_Hz", spec.nominalRateHz())
                .put("clock", clock(can))
                .put("signed", can.contains(Capability.SIGNED))
                .put("tare", can.contains(Capability.HARDWARE_TARE) ? "HARDWARE" : "SOFTWARE")
                .put("battery", can.contains(Capability.BATTERY))
                .put("lossCountable", Capability.countsLoss(can));
        ArrayNode directions = json.putArray("directions");
        spec.directions().stream().map(Enum::name).sorted().forEach(directions::add);
        ArrayNode capabilities = json.putArray("capabilities");
        can.stream().map(Enum::name).sorted().forEach(capabilities::add);
        newtons(json, "capacity_N", spec.capacity());
        newtons(json, "resolution_N", spec.resolution());
        return json;
    }

    private static void newtons(ObjectNode json, String field, Optional<Force> force) {
        force.ifPresentOrElse(known -> json.put(field, known.newtons()), () -> json.withObject("/withheld")
                .put(field, NOT_KNOWN));
    }

    private static String clock(Set<Capability> can) {
        if (can.contains(Capability.DEVICE_CLOCK)) {
            return "DEVICE";
        }
        return can.contains(Capability.SAMPLE_COUNTER) ? "ARRIVAL_AND_COUNTER" : "ARRIVAL";
    }

    /** One line for people: id, name, support, rate. */
    public static String line(SensorDriver driver) {
        return String.format(
                Locale.ROOT,
                "%-24s %-36s %-12s %6.0f Hz",
                driver.id(),
                driver.displayName(),
                driver.support().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                driver.spec().nominalRateHz());
    }
}
