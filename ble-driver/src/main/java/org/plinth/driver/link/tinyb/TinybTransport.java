package org.plinth.driver.link.tinyb;

import java.time.Clock;
import java.util.Optional;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorException;
import org.plinth.driver.link.LinkProvider;
import org.plinth.driver.link.Transport;
import org.plinth.driver.link.bluez.BluezAdapters;

/**
 * tinyb in a child process; on Linux with glibc, on Intel and 32-bit ARM.
 *
 * @param adapter name of the adapter to use; empty for the only one that is on
 */
public record TinybTransport(Optional<String> adapter) implements Transport {

    @Override
    public String name() {
        return TinybLinkProvider.TRANSPORT;
    }

    @Override
    public LinkProvider open(Clock clock) {
        if (!TinybLinkProvider.isPossible()) {
            throw new SensorException(Fault.NO_TRANSPORT, "tinyb does not run on this computer.");
        }
        return new TinybLinkProvider(new BluezAdapters(Optional.empty(), adapter), clock);
    }
}
