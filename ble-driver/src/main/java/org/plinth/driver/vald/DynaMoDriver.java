package org.plinth.driver.vald;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.plinth.core.position.TestPosition.Direction;
import org.plinth.core.quantity.Force;
import org.plinth.driver.Capability;
import org.plinth.driver.Certainty;
import org.plinth.driver.SampleDecoder;
import org.plinth.driver.SampleUnit;
import org.plinth.driver.Support;
import org.plinth.driver.notify.NotifyDriver;
import org.plinth.driver.notify.NotifyProfile;
import org.plinth.driver.notify.NotifyProfile.Write;
import org.plinth.driver.notify.Pace;

/** VALD DynaMo, experimental: steps of force without clock or counter, kept alive once a second. */
public final class DynaMoDriver extends NotifyDriver {

    /** A recording whose zero moved by more than this is not to be trusted [N]. */
    public static final double MOST_SHIFT_NEWTONS = 2;

    /** As was seen; 500 is what it is set to. */
    static final double NOMINAL_RATE_HZ = 225;

    private static final UUID SERVICE = UUID.fromString("569a1101-b87f-490c-92cb-11ed6a12fc81");
    static final UUID DATA = UUID.fromString("569a2000-b87f-490c-92cb-11ed6a12fc81");
    static final UUID CONTROL = UUID.fromString("569a2001-b87f-490c-92cb-11ed6a12fc81");

    private static final NotifyProfile PROFILE = new NotifyProfile(
                    "vald-dynamo",
                    "VALD DynaMo (experimental)",
                    Support.DECODE_ONLY,
                    NotifyProfile.evenSpec(
                            SampleUnit.NEWTON,
                            NOMINAL_RATE_HZ,
                            Optional.of(Force.ofNewtons(0.1)),
                            Set.of(Direction.PUSH, Direction.PULL),
                            Certainty.LOW),
                    Set.of(
                            Capability.SIGNED,
                            Capability.START_STOP,
                            Capability.OVER_RANGE_WARNING,
                            Capability.NEEDS_ZERO_CHECK),
                    name -> name.contains("DynaMo"),
                    SERVICE,
                    DATA,
                    Stream.of(
                                    DynaMoFrames.VERSION_OR_STOP,
                                    DynaMoFrames.NAME,
                                    DynaMoFrames.HARDWARE,
                                    DynaMoFrames.ADDRESS,
                                    DynaMoFrames.CONFIGURATION,
                                    DynaMoFrames.INIT,
                                    DynaMoFrames.KEEP_ALIVE,
                                    DynaMoFrames.CONFIGURE_500_HZ,
                                    DynaMoFrames.START)
                            .map(DynaMoDriver::write)
                            .toList(),
                    List.of(write(DynaMoFrames.VERSION_OR_STOP)),
                    List.of())
            .with(new Pace(Duration.ofMillis(200), Optional.of(write(DynaMoFrames.KEEP_ALIVE)), Duration.ofSeconds(1)));

    /** For {@link java.util.ServiceLoader}. */
    public DynaMoDriver() {
        super(PROFILE);
    }

    @Override
    public SampleDecoder newDecoder() {
        return new DynaMoDecoder();
    }

    private static Write write(byte[] frame) {
        return new Write(SERVICE, CONTROL, frame);
    }
}
