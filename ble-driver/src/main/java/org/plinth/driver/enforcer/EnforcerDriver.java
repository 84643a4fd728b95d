package org.plinth.driver.enforcer;

import java.util.List;
import java.util.Locale;
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

/** Rock Exotica Enforcer: counts, about two a second, no clock. The advertised name is assumed. */
public final class EnforcerDriver extends NotifyDriver {

    private static final UUID SERVICE = UUID.fromString("0bd51666-e7cb-469b-8e4d-2742f1ba77cc");
    static final UUID DATA = UUID.fromString("e7add780-b042-4876-aae1-112855353cc1");
    private static final double NOMINAL_RATE_HZ = 2;

    private static final NotifyProfile PROFILE = new NotifyProfile(
            "rock-exotica-enforcer",
            "Rock Exotica Enforcer",
            Support.DECODE_ONLY,
            NotifyProfile.evenSpec(
                    SampleUnit.COUNTS, NOMINAL_RATE_HZ, Optional.empty(), Set.of(Direction.PULL), Certainty.LOW),
            Set.of(Capability.SIGNED),
            name -> name.toLowerCase(Locale.ROOT).startsWith("enforcer"),
            SERVICE,
            DATA,
            List.of(write('d'), write('l')),
            List.of(),
            List.of());

    /** For {@link java.util.ServiceLoader}. */
    public EnforcerDriver() {
        super(PROFILE);
    }

    @Override
    public SampleDecoder newDecoder() {
        return new ClocklessDecoder(DATA, NOMINAL_RATE_HZ, new EnforcerCodec());
    }

    private static Write write(char letter) {
        return new Write(SERVICE, DATA, new byte[] {(byte) letter});
    }
}
