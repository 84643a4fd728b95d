package org.plinth.driver.tindeq;

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

/**
 * Tindeq Progressor and the open sensors that copy it (Crimpdeq, Hangman, mito): same services, same name. They differ
 * in samples per packet, which the codec reads from the packet, and in what other opcodes do to them, which is why no
 * others are sent.
 */
public final class ProgressorDriver implements SensorDriver {

    /** Its id. */
    public static final String ID = "tindeq-progressor";

    private static final String NAME_PREFIX = "Progressor";
    private static final double NOMINAL_RATE_HZ = 80;
    private static final SensorSpec SPEC = new SensorSpec(
            SampleUnit.KILOGRAM_FORCE,
            NOMINAL_RATE_HZ,
            IntervalModel.SKIPS_ONE_AT_PACKET_BOUNDARY,
            Optional.empty(),
            Optional.empty());

    /** For {@link java.util.ServiceLoader}. */
    public ProgressorDriver() {}

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
        return "Tindeq Progressor";
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
        if (seen.name().filter(name -> name.startsWith(NAME_PREFIX)).isPresent()) {
            return Match.EXACT;
        }
        return seen.services().contains(ProgressorCodec.SERVICE) ? Match.FAMILY : Match.NO;
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
