package org.plinth.driver.cts;

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

/** CTS500 and CTS-300 crane scales: no clock; the slowest of their rates is taken as nominal, since it can be set on them. */
public final class CtsDriver extends NotifyDriver {

    private static final UUID SERVICE = NotifyProfile.shortId(0xFFE0);
    static final UUID DATA = NotifyProfile.shortId(0xFFE1);
    static final UUID CONTROL = NotifyProfile.shortId(0xFFE2);
    private static final int HEAD = 0x05;
    private static final double NOMINAL_RATE_HZ = 10;

    private static final NotifyProfile PROFILE = new NotifyProfile(
                    "cts500",
                    "CTS500 or CTS-300",
                    Support.FULL,
                    NotifyProfile.evenSpec(
                            SampleUnit.KILOGRAM_FORCE,
                            NOMINAL_RATE_HZ,
                            Optional.of(Force.of(0.01, ForceUnit.KILOGRAM_FORCE)),
                            Set.of(Direction.PULL),
                            Certainty.MEDIUM),
                    Set.of(Capability.HARDWARE_TARE, Capability.START_STOP, Capability.BATTERY),
                    name -> name.startsWith("CTS-300") || name.startsWith("CTS500"),
                    SERVICE,
                    DATA,
                    List.of(command(0xAA)),
                    List.of(command(0xAB)),
                    List.of(command(0xA6)))
            .with(new BatteryQuestion.ByCommand(command(0xC4), CtsCodec::batteryIn, CtsCodec::battery));

    /** For {@link java.util.ServiceLoader}. */
    public CtsDriver() {
        super(PROFILE);
    }

    @Override
    public SampleDecoder newDecoder() {
        return new ClocklessDecoder(DATA, NOMINAL_RATE_HZ, new CtsCodec());
    }

    /** A command without parameters: head, opcode, three zeros, sum. */
    static Write command(int opcode) {
        return new Write(SERVICE, CONTROL, new byte[] {HEAD, (byte) opcode, 0, 0, 0, (byte) (HEAD + opcode)});
    }
}
