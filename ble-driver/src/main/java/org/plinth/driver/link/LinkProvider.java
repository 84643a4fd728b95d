package org.plinth.driver.link;

import java.util.List;
import org.plinth.driver.Advertisement;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorException;

/** Finds peripherals and opens links to them; one per transport. */
public interface LinkProvider extends AutoCloseable {

    /** Stable name of the transport. */
    String transport();

    /** What can be reached now. Blocks for at most {@code millis}. */
    List<Advertisement> scan(long millis);

    /** A link, not yet connected, to the peripheral that advertised under this id. */
    BleLink link(String peripheralId);

    /**
     * A link that only listens to what a peripheral advertises and never connects to it. Every advertisement gives one
     * packet for each piece of {@link Advertisement#broadcast}, repeated ones included; a subscription chooses which, a
     * write is refused.
     *
     * @throws SensorException with {@link Fault#UNSUPPORTED} if this transport cannot
     */
    default BleLink listen(String peripheralId) {
        throw new SensorException(
                Fault.UNSUPPORTED, "Sensors that only advertise cannot be heard over " + transport() + ".");
    }

    /**
     * Whether people of this group may use what this transport reaches under this id. The radio of the machine is for
     * everybody who works on it; what somebody's browser lends is for her own group.
     *
     * @param group as the transport was told it; for a server, a clinic
     */
    default boolean isFor(String peripheralId, String group) {
        return true;
    }

    /** Ends whatever this transport started. Idempotent; never throws. */
    @Override
    default void close() {}
}
