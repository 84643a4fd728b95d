package org.plinth.driver.pitchsix;

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
import org.plinth.driver.notify.BatteryQuestion;
import org.plinth.driver.notify.ClocklessDecoder;
import org.plinth.driver.notify.NotifyDriver;
import org.plinth.driver.notify.NotifyProfile;
import org.plinth.driver.notify.NotifyProfile.Write;

/** PitchSix Force Board: whole pounds-force, no clock, tension only. */
public final class ForceBoardDriver extends NotifyDriver {

    private static final UUID SERVICE = UUID.fromString("9a88d67f-8df2-4afe-9e0d-c2bbbe773dd0");
    static final UUID FORCE = UUID.fromString("9a88d682-8df2-4afe-9e0d-c2bbbe773dd0");
    private static final UUID TARE = UUID.fromString("9a88d683-8df2-4afe-9e0d-c2bbbe773dd0");
    private static final UUID MODE_SERVICE = UUID.fromString("467a8516-6e39-11eb-9439-0242ac130002");
    static final UUID MODE = UUID.fromString("467a8517-6e39-11eb-9439-0242ac130002");
    private static final byte STREAM = 0x04;
    private static final byte IDLE = 0x07;
    private static final double NOMINAL_RATE_HZ = 80;

    private static final NotifyProfile PROFILE = new NotifyProfile(
                    "pitchsix-force-board",
                    "PitchSix Force Board",
                    Support.FULL,
                    NotifyProfile.evenSpec(
                            SampleUnit.POUND_FORCE,
                            NOMINAL_RATE_HZ,
                            Optional.of(Force.of(1, ForceUnit.POUND_FORCE)),
                            Set.of(Direction.PULL),
                            Certainty.HIGH),
                    Set.of(Capability.HARDWARE_TARE, Capability.START_STOP, Capability.BATTERY),
                    "Force Board"::equals,
                    SERVICE,
                    FORCE,
                    List.of(new Write(MODE_SERVICE, MODE, new byte[] {STREAM})),
                    List.of(new Write(MODE_SERVICE, MODE, new byte[] {IDLE})),
                    List.of(new Write(SERVICE, TARE, new byte[] {1})))
            .with(BatteryQuestion.STANDARD);

    /** For {@link java.util.ServiceLoader}. */
    public ForceBoardDriver() {
        super(PROFILE);
    }

    @Override
    public SampleDecoder newDecoder() {
        return new ClocklessDecoder(FORCE, NOMINAL_RATE_HZ, new ForceBoardCodec());
    }
}
