package org.plinth.web;

import java.time.Clock;
import org.plinth.driver.SensorDrivers;
import org.plinth.driver.link.Transports;
import org.plinth.driver.virtual.Scenario;
import org.plinth.driver.virtual.VirtualLinkProvider;
import org.plinth.web.sensors.SensorAccess;

/** The sensors of this machine, for commands that need no server. */
public final class SensorsHere {

    private static final long VIRTUAL_SEED = 1;

    private SensorsHere() {}

    /** Every kind of radio, unopened, and one virtual dynamometer. */
    public static SensorAccess access() {
        Clock clock = Clock.systemUTC();
        return new SensorAccess(
                Transports.radios(),
                new VirtualLinkProvider(Scenario.ofSeed(VIRTUAL_SEED), clock),
                SensorDrivers.load(),
                clock);
    }
}
