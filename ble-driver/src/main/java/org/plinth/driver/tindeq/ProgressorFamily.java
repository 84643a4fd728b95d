package org.plinth.driver.tindeq;

import java.util.Set;
import java.util.UUID;
import org.plinth.driver.Capability;
import org.plinth.driver.SampleDecoder;
import org.plinth.driver.SensorConnection;
import org.plinth.driver.SensorDriver;
import org.plinth.driver.SensorSpec;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.LinkListener;

/** What everything that speaks the Progressor's protocol has in common; who is who is for the drivers to say. */
public abstract class ProgressorFamily implements SensorDriver {

    /** As the maker says. */
    protected static final double NOMINAL_RATE_HZ = 80;

    private static final Set<Capability> CAPABILITIES = Set.of(
            Capability.DEVICE_CLOCK,
            Capability.HARDWARE_TARE,
            Capability.BATTERY,
            Capability.SIGNED,
            Capability.START_STOP,
            Capability.LOW_BATTERY_WARNING);

    private final String id;
    private final String displayName;
    private final SensorSpec spec;

    /** One of them. */
    protected ProgressorFamily(String id, String displayName, SensorSpec spec) {
        this.id = id;
        this.displayName = displayName;
        this.spec = spec;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final int version() {
        return 1;
    }

    @Override
    public final String displayName() {
        return displayName;
    }

    @Override
    public final SensorSpec spec() {
        return spec;
    }

    @Override
    public final Set<Capability> capabilities() {
        return CAPABILITIES;
    }

    @Override
    public final SampleDecoder newDecoder() {
        return new ProgressorDecoder();
    }

    @Override
    public final SensorConnection open(BleLink link, LinkListener listener) {
        return ProgressorConnection.open(link, listener);
    }

    @Override
    public final Set<UUID> services() {
        return Set.of(ProgressorCodec.SERVICE);
    }
}
