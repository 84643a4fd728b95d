package org.plinth.driver.frez;

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
import org.plinth.driver.notify.NotifyDriver;
import org.plinth.driver.notify.NotifyProfile;
import org.plinth.driver.notify.NotifyProfile.Write;

/** Frez Dyno: converter counts, so it measures nothing until it is calibrated; clock in whole milliseconds. */
public final class FrezDriver extends NotifyDriver {

    private static final UUID SERVICE = UUID.fromString("da8a6c41-154b-4b9a-9b00-2f84dfcebfe9");
    static final UUID DATA = UUID.fromString("da8a6c42-154b-4b9a-9b00-2f84dfcebfe9");
    static final UUID CONTROL = UUID.fromString("da8a6c43-154b-4b9a-9b00-2f84dfcebfe9");
    private static final double NOMINAL_RATE_HZ = 250;

    private static final NotifyProfile PROFILE = new NotifyProfile(
                    "frez-dyno",
                    "Frez Dyno",
                    Support.FULL,
                    NotifyProfile.evenSpec(
                            SampleUnit.COUNTS,
                            NOMINAL_RATE_HZ,
                            Optional.empty(),
                            Set.of(Direction.PULL),
                            Certainty.MEDIUM),
                    Set.of(Capability.DEVICE_CLOCK, Capability.SIGNED, Capability.START_STOP, Capability.BATTERY),
                    name -> name.startsWith("FrezDyno-"),
                    SERVICE,
                    DATA,
                    List.of(new Write(SERVICE, CONTROL, new byte[] {1, 0})),
                    List.of(new Write(SERVICE, CONTROL, new byte[] {2, 0})),
                    List.of())
            .with(BatteryQuestion.STANDARD);

    /** For {@link java.util.ServiceLoader}. */
    public FrezDriver() {
        super(PROFILE);
    }

    @Override
    public SampleDecoder newDecoder() {
        return new FrezDecoder();
    }
}
