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

/**
 * LineScale 3: text frames without a clock. Sends no commands: how their sum is made is not published with an example,
 * so the stream is started on the sensor itself. The advertised name is assumed.
 */
public final class LineScaleDriver extends NotifyDriver {

    private static final UUID SERVICE = NotifyProfile.shortId(0x1000);
    static final UUID DATA = NotifyProfile.shortId(0x1002);
    private static final double NOMINAL_RATE_HZ = 40;

    private static final NotifyProfile PROFILE = new NotifyProfile(
            "linescale-3",
            "LineScale 3",
            Support.DECODE_ONLY,
            NotifyProfile.evenSpec(
                    SampleUnit.NEWTON, NOMINAL_RATE_HZ, Optional.empty(), Set.of(Direction.PULL), Certainty.HIGH),
            Set.of(Capability.SIGNED),
            name -> name.toLowerCase(Locale.ROOT).startsWith("linescale"),
            SERVICE,
            DATA,
            List.of(),
            List.of(),
            List.of());

    /** For {@link java.util.ServiceLoader}. */
    public LineScaleDriver() {
        super(PROFILE);
    }

    @Override
    public SampleDecoder newDecoder() {
        return new ClocklessDecoder(DATA, NOMINAL_RATE_HZ, new LineScaleCodec());
    }
}
