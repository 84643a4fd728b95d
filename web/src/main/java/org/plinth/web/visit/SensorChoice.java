package org.plinth.web.visit;

import java.util.Optional;
import org.plinth.core.quantity.Force;
import org.plinth.driver.Support;
import org.plinth.driver.virtual.VirtualDriver;
import org.plinth.web.capture.SeenSensor;

/**
 * A sensor that can be reached.
 *
 * @param peripheralId how its transport finds it again
 * @param name as it advertises itself, or its driver's name
 * @param driverId who speaks to it
 * @param transport how
 * @param virtual whether it is the virtual dynamometer, whose numbers are sample data
 * @param seenOnHardware whether its kind has been tried, and not only described (decision T22)
 * @param capacity greatest force, where known
 */
public record SensorChoice(
        String peripheralId,
        String name,
        String driverId,
        String transport,
        boolean virtual,
        boolean seenOnHardware,
        Optional<Force> capacity) {

    static SensorChoice of(SeenSensor seen) {
        return new SensorChoice(
                seen.advertisement().peripheralId(),
                seen.advertisement().name().orElse(seen.driver().displayName()),
                seen.driver().id(),
                seen.transport(),
                seen.driver().id().equals(VirtualDriver.ID),
                seen.driver().support() != Support.DECODE_ONLY,
                seen.driver().spec().capacity());
    }
}
