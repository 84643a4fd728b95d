package org.plinth.driver;

import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The calibration that a sensor holds itself, as it tells it. For the record alone: it is never written, and no force is
 * computed from it, because the sensor has done that already or its meaning is not known well enough.
 *
 * @param question what it was asked with, as its maker or its describers write it
 * @param raw all bytes of the answer, lower-case hexadecimal digits
 * @param rows what they mean where the protocol is known, each quantity by its name with its unit; else none
 */
public record HeldCalibration(String question, String raw, List<Map<String, Double>> rows) {

    /** Copies, in order. */
    public HeldCalibration {
        rows = rows.stream()
                .map(row -> Collections.unmodifiableMap(new LinkedHashMap<>(row)))
                .toList();
    }

    /** Of these bytes. */
    public static HeldCalibration of(String question, byte[] answer, List<Map<String, Double>> rows) {
        return new HeldCalibration(question, HexFormat.of().formatHex(answer), rows);
    }
}
