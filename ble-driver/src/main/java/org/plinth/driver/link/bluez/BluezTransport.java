package org.plinth.driver.link.bluez;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorException;
import org.plinth.driver.link.LinkProvider;
import org.plinth.driver.link.Transport;

/**
 * BlueZ in plain Java; on Linux only.
 *
 * @param adapter name of the adapter to use; empty for the only one that is on
 */
public record BluezTransport(Optional<String> adapter) implements Transport {

    @Override
    public String name() {
        return BluezLinkProvider.TRANSPORT;
    }

    @Override
    public LinkProvider open(Clock clock) {
        if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux")) {
            throw new SensorException(Fault.NO_TRANSPORT, "On this system Bluetooth goes through the browser.");
        }
        return new BluezLinkProvider(new BluezAdapters(Optional.empty(), adapter), clock);
    }
}
