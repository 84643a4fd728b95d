package org.plinth.driver.linescale;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plinth.core.position.TestPosition.Direction;
import org.plinth.driver.Capability;
import org.plinth.driver.Certainty;
import org.plinth.driver.SampleDecoder;
import org.plinth.driver.SampleUnit;
import org.plinth.driver.Support;
import org.plinth.driver.notify.ClocklessDecoder;
import org.plinth.driver.notify.NotifyDriver;
import org.plinth.driver.notify.NotifyProfile;
import org.plinth.driver.notify.NotifyProfile.Write;

/**
 * LineScale 3: text frames without a clock. A command is {@code letter 0D 0A sum}, sum = low byte of the other three,
 * with {@code A} → 58 as the maker's example. Started at its faster rate and in absolute force; zeroed absolutely.
 * The advertised name is assumed.
 */
public final class LineScaleDriver extends NotifyDriver {

    private static final UUID SERVICE = NotifyProfile.shortId(0x1000);
    static final UUID DATA = NotifyProfile.shortId(0x1002);
    static final UUID CONTROL = NotifyProfile.shortId(0x1001);
    private static final double NOMINAL_RATE_HZ = 40;
    private static final byte CR = 0x0D;
    private static final byte LF = 0x0A;

    private static final NotifyProfile PROFILE = new NotifyProfile(
            "linescale-3",
            "LineScale 3",
            Support.FULL,
            NotifyProfile.evenSpec(
                    SampleUnit.NEWTON, NOMINAL_RATE_HZ, Optional.empty(), Set.of(Direction.PULL), Certainty.HIGH),
            Set.of(
                    Capability.SIGNED,
                    Capability.HARDWARE_TARE,
                    Capability.START_STOP,
                    Capability.LOW_BATTERY_WARNING,
                    Capability.OVER_RANGE_WARNING),
            name -> name.toLowerCase(Locale.ROOT).startsWith("linescale"),
            SERVICE,
            DATA,
            List.of(command('F'), command('Y'), command('A')),
            List.of(command('E')),
            List.of(command('T')));

    /** For {@link java.util.ServiceLoader}. */
    public LineScaleDriver() {
        super(PROFILE);
    }

    @Override
    public SampleDecoder newDecoder() {
        return new ClocklessDecoder(DATA, NOMINAL_RATE_HZ, new LineScaleCodec());
    }

    static Write command(char letter) {
        return new Write(SERVICE, CONTROL, new byte[] {(byte) letter, CR, LF, (byte) (letter + CR + LF)});
    }
}
