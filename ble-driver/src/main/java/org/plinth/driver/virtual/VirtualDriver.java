package org.plinth.driver.virtual;

import java.util.Optional;
import java.util.Set;
import org.plinth.core.position.TestPosition.Direction;
import org.plinth.core.signal.IntervalModel;
import org.plinth.driver.Advertisement;
import org.plinth.driver.Certainty;
import org.plinth.driver.Match;
import org.plinth.driver.SampleUnit;
import org.plinth.driver.SensorSpec;
import org.plinth.driver.tindeq.ProgressorFamily;

/** The virtual dynamometer: a driver like any other, under a name that says that its numbers are sample data. */
public final class VirtualDriver extends ProgressorFamily {

    /** Its id. */
    public static final String ID = "virtual";

    /** Begins every name that a virtual sensor advertises. */
    public static final String NAME_PREFIX = "Virtual dynamometer";

    private static final SensorSpec SPEC = new SensorSpec(
            SampleUnit.KILOGRAM_FORCE,
            NOMINAL_RATE_HZ,
            IntervalModel.SKIPS_ONE_AT_PACKET_BOUNDARY,
            SensorModel.progressor().saturation(),
            Optional.of(SensorModel.progressor().resolution()),
            Set.of(Direction.PULL, Direction.PUSH),
            Certainty.HIGH);

    /** For {@link java.util.ServiceLoader}. */
    public VirtualDriver() {
        super(ID, "Virtual dynamometer (sample data)", SPEC);
    }

    @Override
    public Match match(Advertisement seen) {
        return seen.name().filter(name -> name.startsWith(NAME_PREFIX)).isPresent() ? Match.EXACT : Match.NO;
    }
}
