package org.plinth.driver;

import java.util.Optional;

/**
 * What a sensor says of itself, by its own words; nothing is guessed.
 *
 * @param serial its own number
 * @param firmware version text
 * @param model what it is, where its answers tell more than the driver's name
 */
public record SensorIdentity(Optional<String> serial, Optional<String> firmware, Optional<String> model) {

    /** It says nothing. */
    public static final SensorIdentity UNKNOWN = new SensorIdentity(Optional.empty(), Optional.empty());

    /** One whose answers tell no model. */
    public SensorIdentity(Optional<String> serial, Optional<String> firmware) {
        this(serial, firmware, Optional.empty());
    }
}
