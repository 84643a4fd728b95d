package org.plinth.driver.link;

import java.time.Clock;
import org.plinth.driver.SensorException;

/** One kind of transport, before it is opened. Every kind has its line in {@link Transports}. */
public interface Transport {

    /** Its stable name, the one that its {@link LinkProvider} tells: {@code tinyb}, {@code bluez-dbus} … */
    String name();

    /**
     * Opens it; whoever opened it closes the provider.
     *
     * @param clock wall time of packets
     * @throws SensorException in one sentence with its cure, if it cannot work here
     */
    LinkProvider open(Clock clock);
}
