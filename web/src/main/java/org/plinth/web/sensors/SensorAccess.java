package org.plinth.web.sensors;

import java.time.Clock;
import java.util.List;
import org.plinth.driver.SensorDrivers;
import org.plinth.driver.link.LinkProvider;
import org.plinth.driver.link.Transport;

/**
 * All ways to sensors that this machine has.
 *
 * @param radios kinds of radio, in the order in which they are tried
 * @param virtual the virtual dynamometer, always in range
 * @param drivers at hand
 * @param clock wall time of packets
 */
public record SensorAccess(List<Transport> radios, LinkProvider virtual, SensorDrivers drivers, Clock clock) {

    /** Copies the list. */
    public SensorAccess {
        radios = List.copyOf(radios);
    }
}
