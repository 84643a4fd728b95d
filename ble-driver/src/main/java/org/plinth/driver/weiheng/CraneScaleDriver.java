package org.plinth.driver.weiheng;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plinth.core.position.TestPosition.Direction;
import org.plinth.core.quantity.Force;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.driver.Advertisement;
import org.plinth.driver.Capability;
import org.plinth.driver.Certainty;
import org.plinth.driver.Match;
import org.plinth.driver.Reach;
import org.plinth.driver.SampleDecoder;
import org.plinth.driver.SampleUnit;
import org.plinth.driver.SensorConnection;
import org.plinth.driver.SensorDriver;
import org.plinth.driver.SensorSpec;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.Broadcast;
import org.plinth.driver.link.LinkListener;
import org.plinth.driver.notify.ClocklessDecoder;
import org.plinth.driver.notify.NotifyProfile;

/**
 * Weiheng WH-C06, also sold as MAT Muscle Meter (first version): advertises its force and takes no connection. A body
 * scale has the same name and header, and anybody can imitate it, so a clinic binds it by its address.
 */
public final class CraneScaleDriver implements SensorDriver {

    /** Where its packets come from. */
    static final UUID DATA = Broadcast.manufacturer(0x0100);

    private static final String NAME = "IF_B7";
    private static final double NOMINAL_RATE_HZ = 8;
    private static final SensorSpec SPEC = NotifyProfile.evenSpec(
            SampleUnit.KILOGRAM_FORCE,
            NOMINAL_RATE_HZ,
            Optional.of(Force.of(0.01, ForceUnit.KILOGRAM_FORCE)),
            Set.of(Direction.PULL),
            Certainty.HIGH);

    /** For {@link java.util.ServiceLoader}. */
    public CraneScaleDriver() {}

    @Override
    public String id() {
        return "wh-c06";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String displayName() {
        return "Weiheng WH-C06";
    }

    @Override
    public SensorSpec spec() {
        return SPEC;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of();
    }

    @Override
    public Reach reach() {
        return Reach.ADVERTISEMENT;
    }

    @Override
    public Set<UUID> services() {
        return Set.of();
    }

    @Override
    public Match match(Advertisement seen) {
        boolean named = seen.name().filter(NAME::equals).isPresent();
        boolean framed = Optional.ofNullable(seen.broadcast().get(DATA))
                .filter(CraneScaleCodec::isFrame)
                .isPresent();
        if (named && framed) {
            return Match.EXACT;
        }
        return named || framed ? Match.FAMILY : Match.NO;
    }

    @Override
    public SampleDecoder newDecoder() {
        return new ClocklessDecoder(DATA, NOMINAL_RATE_HZ, new CraneScaleCodec());
    }

    @Override
    public SensorConnection open(BleLink link, LinkListener listener) {
        return BroadcastConnection.open(DATA, link, listener);
    }
}
