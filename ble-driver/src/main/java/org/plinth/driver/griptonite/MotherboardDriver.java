package org.plinth.driver.griptonite;

import java.nio.charset.StandardCharsets;
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
import org.plinth.driver.notify.NotifyProfile.Write;

/** Griptonite Motherboard: three cells in counts, numbered samples without a clock; its rate is not published, the one here is assumed. */
public final class MotherboardDriver extends NotifyDriver {

    private static final UUID SERVICE = UUID.fromString("6e400001-b5a3-f393-e0a9-e50e24dcca9e");
    private static final UUID CONTROL = UUID.fromString("6e400002-b5a3-f393-e0a9-e50e24dcca9e");
    static final UUID DATA = UUID.fromString("6e400003-b5a3-f393-e0a9-e50e24dcca9e");
    private static final double NOMINAL_RATE_HZ = 30;

    private static final NotifyProfile PROFILE = new NotifyProfile(
                    "griptonite-motherboard",
                    "Griptonite Motherboard",
                    Support.DECODE_ONLY,
                    NotifyProfile.evenSpec(
                            SampleUnit.COUNTS,
                            NOMINAL_RATE_HZ,
                            Optional.empty(),
                            Set.of(Direction.PUSH),
                            Certainty.MEDIUM),
                    Set.of(
                            Capability.SAMPLE_COUNTER,
                            Capability.SIGNED,
                            Capability.BATTERY,
                            Capability.START_STOP,
                            Capability.OVER_RANGE_WARNING),
                    "Motherboard"::equals,
                    SERVICE,
                    DATA,
                    List.of(write("S30")),
                    List.of(write("#")),
                    List.of())
            .with(BatteryQuestion.STANDARD);

    /** For {@link java.util.ServiceLoader}. */
    public MotherboardDriver() {
        super(PROFILE);
    }

    @Override
    public SampleDecoder newDecoder() {
        return ClocklessDecoder.counting(DATA, NOMINAL_RATE_HZ, new MotherboardCodec());
    }

    /** Any command ends the stream; the question for the serial number is one that does nothing else. */
    private static Write write(String command) {
        return new Write(SERVICE, CONTROL, command.getBytes(StandardCharsets.US_ASCII));
    }
}
