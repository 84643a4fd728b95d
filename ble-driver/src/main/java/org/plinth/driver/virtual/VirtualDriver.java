package org.plinth.driver.virtual;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.plinth.core.signal.IntervalModel;
import org.plinth.driver.Advertisement;
import org.plinth.driver.Capability;
import org.plinth.driver.Match;
import org.plinth.driver.SampleDecoder;
import org.plinth.driver.SampleUnit;
import org.plinth.driver.SensorConnection;
import org.plinth.driver.SensorDriver;
import org.plinth.driver.SensorSpec;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.LinkListener;
import org.plinth.driver.tindeq.ProgressorConnection;
import org.plinth.driver.tindeq.ProgressorDecoder;

/** The virtual dynamometer: a driver like any other, under a name that says that its numbers are sample data. */
public final class VirtualDriver implements SensorDriver {

    /** Its id. */
    public static final String ID = "virtual";

    /** Begins every name that a virtual sensor advertises. */
    public static final String NAME_PREFIX = "Virtual dynamometer";

    private static final double NOMINAL_RATE_HZ = 80;
    private static final SensorSpec SPEC = new SensorSpec(
            SampleUnit.KILOGRAM_FORCE,
            NOMINAL_RATE_HZ,
            IntervalModel.SKIPS_ONE_AT_PACKET_BOUNDARY,
            SensorModel.progressor().saturation(),
            Optional.of(SensorModel.progressor().resolution()));

    /** For {@link java.util.ServiceLoader}. */
    public VirtualDriver() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String displayName() {
        return "Virtual dynamometer (sample data)";
    }

    @Override
    public SensorSpec spec() {
        return SPEC;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    @Override
    public Match match(Advertisement seen) {
        return seen.name().filter(name -> name.startsWith(NAME_PREFIX)).isPresent() ? Match.EXACT : Match.NO;
    }

    @Override
    public SampleDecoder newDecoder() {
        return new ProgressorDecoder();
    }

    @Override
    public SensorConnection open(BleLink link, LinkListener listener) {
        return ProgressorConnection.open(link, listener);
    }
}
