package org.plinth.driver.tindeq;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.plinth.driver.HeldCalibration;

/** Meaning of reply payloads, which carry no opcode: only who asked knows what came. Pure. */
public final class ProgressorReplies {

    private static final int BATTERY_BYTES = 4;
    private static final int MOST_MILLIVOLTS = 20_000;

    private static final List<String> CALIBRATION_NAMES = List.of("slope_kgf_per_count", "intercept_kgf", "trim_kgf");

    private ProgressorReplies() {}

    /** Battery voltage [mV]; absent where the payload cannot be one. */
    public static OptionalInt batteryMillivolts(byte[] payload) {
        if (payload.length != BATTERY_BYTES) {
            return OptionalInt.empty();
        }
        int millivolts = ProgressorCodec.u32(payload, 0);
        return millivolts > 0 && millivolts < MOST_MILLIVOLTS ? OptionalInt.of(millivolts) : OptionalInt.empty();
    }

    /** Firmware version; absent where the payload is no printable text. */
    public static Optional<String> firmware(byte[] payload) {
        String text =
                new String(payload, StandardCharsets.US_ASCII).replace("\0", "").strip();
        boolean printable = text.chars().allMatch(c -> c >= ' ' && c < 0x7F);
        return text.isEmpty() || !printable ? Optional.empty() : Optional.of(text);
    }

    /** Device id as hex, most significant byte first, as the maker's app shows it; absent where there is none. */
    public static Optional<String> deviceId(byte[] payload) {
        int length = payload.length;
        while (length > 0 && payload[length - 1] == 0) {
            length--;
        }
        if (length == 0 || payload.length > Long.BYTES) {
            return Optional.empty();
        }
        StringBuilder hex = new StringBuilder();
        for (int i = length - 1; i >= 0; i--) {
            hex.append(HexFormat.of().toHexDigits(payload[i]));
        }
        return Optional.of(hex.toString());
    }

    /**
     * The calibration that it holds, read only by its describers and not by the maker, hence kept raw beside it.
     *
     * <pre>
     *   f32 LE slope [kgf a count], f32 LE intercept [kgf], f32 LE trim [kgf]
     *   kgf = counts · slope + intercept + trim
     * </pre>
     *
     * <p>Source: github.com/Stevie-Ray/hangtime-grip-connect; read 2026. Certainty low.
     */
    static HeldCalibration calibration(byte[] payload) {
        List<Map<String, Double>> rows = new ArrayList<>();
        if (payload.length == CALIBRATION_NAMES.size() * Float.BYTES) {
            ByteBuffer floats = ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN);
            Map<String, Double> row = new LinkedHashMap<>();
            CALIBRATION_NAMES.forEach(name -> row.put(name, (double) floats.getFloat()));
            if (row.values().stream().allMatch(Double::isFinite)) {
                rows.add(row);
            }
        }
        return HeldCalibration.of("72", payload, rows);
    }
}
