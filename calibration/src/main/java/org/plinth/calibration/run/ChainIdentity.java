package org.plinth.calibration.run;

import java.util.List;

/**
 * Everything between load and number, which is calibrated as one: change a part, and the calibration is over (ISO 376
 * asks for the identification of all elements).
 *
 * @param sensorModel maker and model
 * @param serial of the sensor
 * @param firmware version; empty text where the sensor tells none
 * @param attachments hooks, straps, pads, cables, amplifier, jig
 */
public record ChainIdentity(String sensorModel, String serial, String firmware, List<String> attachments) {

    /** Copies the list. */
    public ChainIdentity {
        attachments = List.copyOf(attachments);
    }

    /** Nothing is known of it. */
    public static ChainIdentity unknown() {
        return new ChainIdentity("", "", "", List.of());
    }
}
