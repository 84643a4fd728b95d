package org.plinth.driver.weightscale;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plinth.core.position.TestPosition.Direction;
import org.plinth.driver.Advertisement;
import org.plinth.driver.Capability;
import org.plinth.driver.Certainty;
import org.plinth.driver.Match;
import org.plinth.driver.SampleDecoder;
import org.plinth.driver.SampleUnit;
import org.plinth.driver.Support;
import org.plinth.driver.notify.BatteryQuestion;
import org.plinth.driver.notify.ClocklessDecoder;
import org.plinth.driver.notify.NotifyDriver;
import org.plinth.driver.notify.NotifyProfile;

/** Any scale of the Bluetooth SIG's Weight Scale profile: a settled value now and then, so only for checks with a known load. */
public final class WeightScaleDriver extends NotifyDriver {

    private static final UUID SERVICE = NotifyProfile.shortId(0x181D);
    static final UUID DATA = NotifyProfile.shortId(0x2A9D);
    private static final double NOMINAL_RATE_HZ = 1;

    private static final NotifyProfile PROFILE = new NotifyProfile(
                    "sig-weight-scale",
                    "Bluetooth weight scale",
                    Support.DECODE_ONLY,
                    NotifyProfile.evenSpec(
                            SampleUnit.NEWTON,
                            NOMINAL_RATE_HZ,
                            Optional.empty(),
                            Set.of(Direction.PUSH),
                            Certainty.HIGH),
                    Set.of(Capability.STATIC_ONLY, Capability.BATTERY),
                    name -> false,
                    SERVICE,
                    DATA,
                    List.of(),
                    List.of(),
                    List.of())
            .with(BatteryQuestion.STANDARD);

    /** For {@link java.util.ServiceLoader}. */
    public WeightScaleDriver() {
        super(PROFILE);
    }

    /** By its service alone: the profile has no name. */
    @Override
    public Match match(Advertisement seen) {
        return seen.services().contains(SERVICE) ? Match.FAMILY : Match.NO;
    }

    @Override
    public SampleDecoder newDecoder() {
        return new ClocklessDecoder(DATA, NOMINAL_RATE_HZ, new WeightCodec());
    }
}
