package org.plinth.driver.link;

import java.util.List;

/** The kinds of radio of this build, one line each, in the order in which they are tried. Virtual sensors are apart. */
public final class Transports {

    private Transports() {}

    /** All kinds. The first that opens is the one in use, unless somebody names another. */
    public static List<Transport> radios() {
        return List.of();
    }
}
