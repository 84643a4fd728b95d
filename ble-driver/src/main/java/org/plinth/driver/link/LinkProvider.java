package org.plinth.driver.link;

import java.util.List;
import org.plinth.driver.Advertisement;

/** Finds peripherals and opens links to them; one per transport. */
public interface LinkProvider extends AutoCloseable {

    /** Stable name of the transport. */
    String transport();

    /** What can be reached now. Blocks for at most {@code millis}. */
    List<Advertisement> scan(long millis);

    /** A link, not yet connected, to the peripheral that advertised under this id. */
    BleLink link(String peripheralId);

    /** Lets go of what the transport holds. Links are closed before. Idempotent; never throws. */
    @Override
    default void close() {}
}
