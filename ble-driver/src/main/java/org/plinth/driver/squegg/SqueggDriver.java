package org.plinth.driver.squegg;

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

/** Squegg grip sensor: sends at each change, about 5 a second, no clock; zeroes itself when switched on. The advertised name is assumed. */
public final class SqueggDriver extends NotifyDriver {

    private static final UUID SERVICE = NotifyProfile.shortId(0xFFB0);
    static final UUID DATA = NotifyProfile.shortId(0xFFB2);
    private static final double NOMINAL_RATE_HZ = 5;

    private static final NotifyProfile PROFILE = new NotifyProfile(
            "squegg",
            "Squegg",
            Support.DECODE_ONLY,
            NotifyProfile.evenSpec(
                    SampleUnit.KILOGRAM_FORCE,
                    NOMINAL_RATE_HZ,
                    Optional.empty(),
                    Set.of(Direction.PUSH),
                    Certainty.LOW),
            Set.of(Capability.LOW_BATTERY_WARNING),
            name -> name.toLowerCase(Locale.ROOT).startsWith("squegg"),
            SERVICE,
            DATA,
            List.of(),
            List.of(),
            List.of());

    /** For {@link java.util.ServiceLoader}. */
    public SqueggDriver() {
        super(PROFILE);
    }

    @Override
    public SampleDecoder newDecoder() {
        return new ClocklessDecoder(DATA, NOMINAL_RATE_HZ, new SqueggCodec());
    }
}
