package org.plinth.driver.entralpi;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plinth.core.position.TestPosition.Direction;
import org.plinth.driver.Capability;
import org.plinth.driver.Certainty;
import org.plinth.driver.SampleDecoder;
import org.plinth.driver.SampleUnit;
import org.plinth.driver.Support;
import org.plinth.driver.notify.BatteryQuestion;
import org.plinth.driver.notify.ClocklessDecoder;
import org.plinth.driver.notify.NotifyDriver;
import org.plinth.driver.notify.NotifyProfile;

/** Entralpi plate: streams on subscription, no clock; its rate is not published, the one here is assumed. */
public final class EntralpiDriver extends NotifyDriver {

    private static final UUID SERVICE = NotifyProfile.shortId(0xFFF0);
    static final UUID DATA = NotifyProfile.shortId(0xFFF4);
    private static final double NOMINAL_RATE_HZ = 10;

    private static final NotifyProfile PROFILE = new NotifyProfile(
                    "entralpi",
                    "Entralpi",
                    Support.DECODE_ONLY,
                    NotifyProfile.evenSpec(
                            SampleUnit.KILOGRAM_FORCE,
                            NOMINAL_RATE_HZ,
                            Optional.empty(),
                            Set.of(Direction.PUSH),
                            Certainty.MEDIUM),
                    Set.of(Capability.BATTERY),
                    "ENTRALPI"::equals,
                    SERVICE,
                    DATA,
                    List.of(),
                    List.of(),
                    List.of())
            .with(BatteryQuestion.STANDARD);

    /** For {@link java.util.ServiceLoader}. */
    public EntralpiDriver() {
        super(PROFILE);
    }

    @Override
    public SampleDecoder newDecoder() {
        return new ClocklessDecoder(DATA, NOMINAL_RATE_HZ, new EntralpiCodec());
    }
}
