package org.plinth.driver.tindeq;

import java.util.Optional;
import java.util.Set;
import org.plinth.core.position.TestPosition.Direction;
import org.plinth.core.signal.IntervalModel;
import org.plinth.driver.Advertisement;
import org.plinth.driver.Certainty;
import org.plinth.driver.Match;
import org.plinth.driver.SampleUnit;
import org.plinth.driver.SensorSpec;

/**
 * Tindeq Progressor and the open sensors that copy it (Crimpdeq, Hangman, mito): same services, same name. They differ
 * in samples per packet, which the codec reads from the packet, in what they answer, by which {@link ProgressorKind}
 * tells them apart, and in what other opcodes do to them, which is why no others are sent.
 */
public final class ProgressorDriver extends ProgressorFamily {

    /** Its id. */
    public static final String ID = "tindeq-progressor";

    private static final String NAME_PREFIX = "Progressor";
    private static final SensorSpec SPEC = new SensorSpec(
            SampleUnit.KILOGRAM_FORCE,
            NOMINAL_RATE_HZ,
            IntervalModel.SKIPS_ONE_AT_PACKET_BOUNDARY,
            Optional.empty(),
            Optional.empty(),
            Set.of(Direction.PULL),
            Certainty.HIGH);

    /** For {@link java.util.ServiceLoader}. */
    public ProgressorDriver() {
        super(ID, "Tindeq Progressor", SPEC);
    }

    @Override
    public Match match(Advertisement seen) {
        if (seen.name().filter(name -> name.startsWith(NAME_PREFIX)).isPresent()) {
            return Match.EXACT;
        }
        return seen.services().contains(ProgressorCodec.SERVICE) ? Match.FAMILY : Match.NO;
    }
}
