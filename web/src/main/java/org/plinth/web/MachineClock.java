package org.plinth.web;

import java.time.Clock;

/** The clock of this machine, for commands that stand on no data folder. */
public final class MachineClock {

    private MachineClock() {}

    /** In UTC. */
    public static Clock utc() {
        return Clock.systemUTC();
    }
}
