package org.plinth.driver;

import java.util.Optional;

/**
 * What a sensor says of itself, by its own words; nothing is guessed.
 *
 * @param serial its own number
 * @param firmware version text
 */
public record SensorIdentity(Optional<String> serial, Optional<String> firmware) {

    /** It says nothing. */
    public static final SensorIdentity UNKNOWN = new SensorIdentity(Optional.empty(), Optional.empty());
}
