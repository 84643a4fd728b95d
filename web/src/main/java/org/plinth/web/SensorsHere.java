package org.plinth.web;

import java.time.Clock;
import java.util.Optional;
import org.plinth.driver.SensorDrivers;
import org.plinth.driver.link.Transports;
import org.plinth.driver.virtual.Scenario;
import org.plinth.driver.virtual.VirtualLinkProvider;
import org.plinth.web.log.Logs;
import org.plinth.web.sensors.SensorAccess;

/** The sensors of this machine, for commands that need no server. */
public final class SensorsHere {

    private static final long VIRTUAL_SEED = 1;

    private SensorsHere() {}

    /**
     * Every kind of radio, unopened, and one virtual dynamometer.
     *
     * @param adapter name of the adapter to use; empty for the only one that is on
     */
    public static SensorAccess access(Optional<String> adapter) {
        Logs.onlyWarnings();
        Clock clock = Clock.systemUTC();
        return new SensorAccess(
                Transports.radios(adapter),
                new VirtualLinkProvider(Scenario.ofSeed(VIRTUAL_SEED), clock),
                SensorDrivers.load(),
                clock);
    }
}
