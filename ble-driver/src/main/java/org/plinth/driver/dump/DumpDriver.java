package org.plinth.driver.dump;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.plinth.core.position.TestPosition.Direction;
import org.plinth.core.signal.IntervalModel;
import org.plinth.driver.Advertisement;
import org.plinth.driver.Capability;
import org.plinth.driver.Certainty;
import org.plinth.driver.DecodedSink;
import org.plinth.driver.Ledger;
import org.plinth.driver.Match;
import org.plinth.driver.SampleDecoder;
import org.plinth.driver.SampleUnit;
import org.plinth.driver.SensorConnection;
import org.plinth.driver.SensorDriver;
import org.plinth.driver.SensorSpec;
import org.plinth.driver.Support;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.LinkListener;
import org.plinth.driver.link.Packet;
import org.plinth.driver.time.LedgerBook;

/**
 * For sensors that no driver knows. Recognises nothing and is used by id alone; turns on whatever the peripheral can
 * notify, writes nothing, and gives no sample, because neither unit nor meaning is known. What it hears goes into a
 * capture and through {@link PacketDump}.
 */
public final class DumpDriver implements SensorDriver {

    /** Its id. */
    public static final String ID = "dump";

    private static final SensorSpec SPEC = new SensorSpec(
            SampleUnit.COUNTS,
            1,
            IntervalModel.EVEN,
            Optional.empty(),
            Optional.empty(),
            EnumSet.allOf(Direction.class),
            Certainty.LOW);

    /** For {@link java.util.ServiceLoader}. */
    public DumpDriver() {}

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
        return "Unknown sensor (its packets only)";
    }

    @Override
    public Support support() {
        return Support.DECODE_ONLY;
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
    public Set<UUID> services() {
        return Set.of();
    }

    @Override
    public Match match(Advertisement seen) {
        return Match.NO;
    }

    @Override
    public SampleDecoder newDecoder() {
        return new SampleDecoder() {
            private final LedgerBook book = new LedgerBook();

            @Override
            public void decode(Packet packet, DecodedSink sink) {
                book.packet();
            }

            @Override
            public Ledger ledger() {
                return book.with(OptionalLong.empty());
            }
        };
    }

    @Override
    public SensorConnection open(BleLink link, LinkListener listener) {
        return DumpConnection.open(link, listener);
    }
}
