package org.plinth.web.sensors;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.plinth.driver.Advertisement;
import org.plinth.driver.SensorDriver;
import org.plinth.driver.Support;
import org.plinth.driver.link.LinkProvider;
import org.plinth.driver.virtual.VirtualDriver;

/**
 * A sensor in range.
 *
 * @param advertisement what it says of itself
 * @param driver who recognises it best
 * @param provider how it is reached
 */
public record InRange(Advertisement advertisement, SensorDriver driver, LinkProvider provider) {

    /** Its id for {@code --sensor}. */
    public String id() {
        return advertisement.peripheralId();
    }

    /** Its advertised name, or its id where it has none. */
    public String name() {
        return advertisement.name().orElse(id());
    }

    /** Whether its numbers are sample data. */
    public boolean isVirtual() {
        return driver.id().equals(VirtualDriver.ID);
    }

    /** Whether it is used without being named. */
    public boolean isOn() {
        return driver.support() == Support.FULL;
    }

    /** One line of {@code sensors scan --format jsonl}. */
    public String json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", id())
                .put("name", name())
                .put("driver", driver.id())
                .put("transport", provider.transport());
        if (!isOn()) {
            json.put("support", "DECODE_ONLY");
        }
        return json.toString();
    }
}
