package org.plinth.driver.vernier;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plinth.core.position.TestPosition.Direction;
import org.plinth.driver.Advertisement;
import org.plinth.driver.Capability;
import org.plinth.driver.Certainty;
import org.plinth.driver.Match;
import org.plinth.driver.SampleDecoder;
import org.plinth.driver.SampleUnit;
import org.plinth.driver.SensorConnection;
import org.plinth.driver.SensorDriver;
import org.plinth.driver.SensorSpec;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.LinkListener;
import org.plinth.driver.notify.ClocklessDecoder;
import org.plinth.driver.notify.NotifyProfile;

/** Vernier Go Direct hand dynamometer (GDX-HD): newtons by the maker's calibration, in batches and without a clock. */
public final class HandDynamometerDriver implements SensorDriver {

    private static final String NAME_PREFIX = "GDX-HD";
    private static final double NOMINAL_RATE_HZ = 1e6 / GoDirectConnection.PERIOD_MICROS;
    private static final SensorSpec SPEC = NotifyProfile.evenSpec(
            SampleUnit.NEWTON, NOMINAL_RATE_HZ, Optional.empty(), Set.of(Direction.PUSH), Certainty.HIGH);

    /** For {@link java.util.ServiceLoader}. */
    public HandDynamometerDriver() {}

    @Override
    public String id() {
        return "vernier-gdx-hd";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String displayName() {
        return "Vernier Go Direct hand dynamometer";
    }

    @Override
    public SensorSpec spec() {
        return SPEC;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.SIGNED, Capability.BATTERY, Capability.START_STOP);
    }

    @Override
    public Set<UUID> services() {
        return Set.of(GoDirectConnection.SERVICE);
    }

    @Override
    public Match match(Advertisement seen) {
        return seen.name().filter(name -> name.startsWith(NAME_PREFIX)).isPresent() ? Match.EXACT : Match.NO;
    }

    @Override
    public SampleDecoder newDecoder() {
        return new ClocklessDecoder(GoDirectConnection.RESPONSE, NOMINAL_RATE_HZ, new GoDirectCodec());
    }

    @Override
    public SensorConnection open(BleLink link, LinkListener listener) {
        return GoDirectConnection.open(link, listener);
    }
}
