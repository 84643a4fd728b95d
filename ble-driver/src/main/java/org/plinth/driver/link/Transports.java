package org.plinth.driver.link;

import java.util.List;
import java.util.Optional;
import org.plinth.driver.link.bluez.BluezTransport;
import org.plinth.driver.link.tinyb.TinybTransport;

/**
 * The kinds of radio of this build, one line each, in the order in which they are tried. Virtual sensors and browsers are
 * apart.
 */
public final class Transports {

    private Transports() {}

    /** All kinds. The first that opens is the one in use, unless somebody names another. */
    public static List<Transport> radios() {
        return radios(Optional.empty());
    }

    /** The same on the adapter of this name. */
    public static List<Transport> radios(Optional<String> adapter) {
        return List.of(new TinybTransport(adapter), new BluezTransport(adapter));
    }
}
