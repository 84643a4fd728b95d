package org.plinth.web;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.plinth.driver.virtual.Scenario;
import org.plinth.driver.virtual.VirtualLinkProvider;

/** The virtual dynamometers of a server, if it has any; their numbers are sample data. */
@FunctionalInterface
public interface VirtualSensors {

    /** One for each hand of who tries Plinth out. */
    int USUAL = 2;

    /** By this clock. */
    Optional<VirtualLinkProvider> at(Clock clock);

    /** The usual ones, living so much faster than time; or none. */
    static VirtualSensors of(boolean any, double timeFactor) {
        Scenario scenario = Scenario.ofSeed(new SecureRandom().nextLong());
        return clock ->
                any ? Optional.of(new VirtualLinkProvider(scenario, USUAL, clock, timeFactor)) : Optional.empty();
    }
}
