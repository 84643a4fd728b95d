package org.plinth.driver.climbro;

import java.util.List;
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
import org.plinth.driver.notify.ClocklessDecoder;
import org.plinth.driver.notify.NotifyDriver;
import org.plinth.driver.notify.NotifyProfile;

/** Climbro hangboard: whole kilograms, no clock; its rate is not published, the one here is assumed. */
public final class ClimbroDriver extends NotifyDriver {

    private static final UUID SERVICE = UUID.fromString("49535343-fe7d-4ae5-8fa9-9fafd205e455");
    static final UUID DATA = UUID.fromString("49535343-1e4d-4bd9-ba61-23c647249616");
    private static final double NOMINAL_RATE_HZ = 10;

    private static final NotifyProfile PROFILE = new NotifyProfile(
            "climbro",
            "Climbro",
            Support.DECODE_ONLY,
            NotifyProfile.evenSpec(
                    SampleUnit.KILOGRAM_FORCE,
                    NOMINAL_RATE_HZ,
                    Optional.of(Force.of(1, ForceUnit.KILOGRAM_FORCE)),
                    Set.of(Direction.PUSH),
                    Certainty.MEDIUM),
            Set.of(Capability.LOW_BATTERY_WARNING),
            name -> name.startsWith("Climbro"),
            SERVICE,
            DATA,
            List.of(),
            List.of(),
            List.of());

    /** For {@link java.util.ServiceLoader}. */
    public ClimbroDriver() {
        super(PROFILE);
    }

    @Override
    public SampleDecoder newDecoder() {
        return new ClocklessDecoder(DATA, NOMINAL_RATE_HZ, new ClimbroCodec());
    }
}
