package org.plinth.driver.weightscale;

import org.plinth.core.quantity.ForceUnit;
import org.plinth.driver.notify.Bytes;
import org.plinth.driver.notify.FrameCodec;

/**
 * Indications of a Bluetooth SIG weight scale (characteristic 2A9D). Pure.
 *
 * <pre>
 *   0      flags: bit 0 imperial, bit 1 time stamp of 7 bytes, bit 2 user of 1 byte, bit 3 index and height of 4 bytes
 *   1-2    u16 LE: 0.005 kg, imperial 0.01 lb; FFFF: not measured
 * </pre>
 *
 * <p>A mass on the scale is the force of its weight, so kg is read as kgf. Time, user, index and height are checked for
 * their length and not kept: they belong to a person. Source: Bluetooth SIG, Weight Scale Service 1.0.
 */
final class WeightCodec implements FrameCodec {

    private static final int IMPERIAL = 1;
    private static final int TIME = 2;
    private static final int USER = 4;
    private static final int INDEX_AND_HEIGHT = 8;
    private static final int KNOWN_FLAGS = 0x0F;
    private static final int SHORTEST = 3;
    private static final int NOT_MEASURED = 0xFFFF;
    private static final double STEPS_PER_KILOGRAM = 200;
    private static final double STEPS_PER_POUND = 100;

    @Override
    public void decode(byte[] bytes, Sink sink) {
        if (bytes.length < SHORTEST) {
            sink.malformed("shorter than flags and weight", bytes.length);
            return;
        }
        int flags = Bytes.u8(bytes, 0);
        if ((flags & ~KNOWN_FLAGS) != 0) {
            sink.malformed("unknown flags " + flags, 0);
        } else if (bytes.length != SHORTEST + optionalBytes(flags)) {
            sink.malformed("flags " + flags + " do not fit " + bytes.length + " bytes", SHORTEST);
        } else {
            int steps = Bytes.u16le(bytes, 1);
            sink.value(steps == NOT_MEASURED ? Double.NaN : newtons(steps, (flags & IMPERIAL) != 0));
        }
    }

    private static int optionalBytes(int flags) {
        return ((flags & TIME) != 0 ? 7 : 0)
                + ((flags & USER) != 0 ? 1 : 0)
                + ((flags & INDEX_AND_HEIGHT) != 0 ? 4 : 0);
    }

    private static double newtons(int steps, boolean imperial) {
        return imperial
                ? steps / STEPS_PER_POUND * ForceUnit.POUND_FORCE.newtonsPerUnit()
                : steps / STEPS_PER_KILOGRAM * ForceUnit.KILOGRAM_FORCE.newtonsPerUnit();
    }
}
