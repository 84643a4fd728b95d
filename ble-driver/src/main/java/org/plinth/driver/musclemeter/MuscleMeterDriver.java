package org.plinth.driver.musclemeter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plinth.core.position.TestPosition.Direction;
import org.plinth.core.quantity.Force;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.driver.Capability;
import org.plinth.driver.Certainty;
import org.plinth.driver.SampleDecoder;
import org.plinth.driver.SampleUnit;
import org.plinth.driver.Support;
import org.plinth.driver.notify.BatteryQuestion;
import org.plinth.driver.notify.ClocklessDecoder;
import org.plinth.driver.notify.NotifyDriver;
import org.plinth.driver.notify.NotifyProfile;

/** Muscle Meter V2: streams on subscription, no clock, zeroes itself when switched on. */
public final class MuscleMeterDriver extends NotifyDriver {

    private static final UUID SERVICE = NotifyProfile.shortId(0xFFE0);
    static final UUID DATA = NotifyProfile.shortId(0xFFE1);
    private static final double NOMINAL_RATE_HZ = 485;

    private static final NotifyProfile PROFILE = new NotifyProfile(
                    "muscle-meter-v2",
                    "Muscle Meter V2",
                    Support.DECODE_ONLY,
                    NotifyProfile.evenSpec(
                            SampleUnit.KILOGRAM_FORCE,
                            NOMINAL_RATE_HZ,
                            Optional.of(Force.of(0.1, ForceUnit.KILOGRAM_FORCE)),
                            Set.of(Direction.PULL, Direction.PUSH),
                            Certainty.LOW),
                    Set.of(Capability.SIGNED, Capability.BATTERY),
                    MuscleMeterDriver::isOurs,
                    SERVICE,
                    DATA,
                    List.of(),
                    List.of(),
                    List.of())
            .with(BatteryQuestion.STANDARD);

    /** For {@link java.util.ServiceLoader}. */
    public MuscleMeterDriver() {
        super(PROFILE);
    }

    @Override
    public SampleDecoder newDecoder() {
        return new ClocklessDecoder(DATA, NOMINAL_RATE_HZ, new MuscleMeterCodec());
    }

    private static boolean isOurs(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("muscle") || lower.startsWith("mm");
    }
}
