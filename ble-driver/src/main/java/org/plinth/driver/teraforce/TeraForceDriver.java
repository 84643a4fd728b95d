package org.plinth.driver.teraforce;

import java.time.Duration;
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
import org.plinth.driver.notify.ClocklessDecoder;
import org.plinth.driver.notify.NotifyDriver;
import org.plinth.driver.notify.NotifyProfile;
import org.plinth.driver.notify.NotifyProfile.Write;
import org.plinth.driver.notify.Pace;

/** TeraForce: converter counts, no clock; its rate is not published, the one here is assumed. */
public final class TeraForceDriver extends NotifyDriver {

    private static final UUID SERVICE = UUID.fromString("fc52fca0-55f8-4501-afd1-f32e33e8668d");
    static final UUID DATA = UUID.fromString("fc52fca2-55f8-4501-afd1-f32e33e8668d");
    static final UUID CONTROL = UUID.fromString("fc52fca1-55f8-4501-afd1-f32e33e8668d");
    private static final double NOMINAL_RATE_HZ = 80;

    private static final NotifyProfile PROFILE = new NotifyProfile(
                    "teraforce",
                    "TeraForce",
                    Support.DECODE_ONLY,
                    NotifyProfile.evenSpec(
                            SampleUnit.COUNTS,
                            NOMINAL_RATE_HZ,
                            Optional.empty(),
                            Set.of(Direction.PULL),
                            Certainty.LOW),
                    Set.of(Capability.SIGNED, Capability.START_STOP),
                    name -> name.equals("TeraForce") || name.equals("Tera Force"),
                    SERVICE,
                    DATA,
                    List.of(new Write(SERVICE, CONTROL, new byte[] {1})),
                    List.of(new Write(SERVICE, CONTROL, new byte[] {0})),
                    List.of())
            .with(Pace.keptAlive(new Write(SERVICE, CONTROL, new byte[] {2}), Duration.ofSeconds(60)));

    /** For {@link java.util.ServiceLoader}. */
    public TeraForceDriver() {
        super(PROFILE);
    }

    @Override
    public SampleDecoder newDecoder() {
        return new ClocklessDecoder(DATA, NOMINAL_RATE_HZ, new TeraForceCodec());
    }
}
