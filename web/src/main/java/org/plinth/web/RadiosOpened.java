package org.plinth.web;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.plinth.driver.SensorException;
import org.plinth.driver.link.LinkProvider;
import org.plinth.driver.link.Transport;
import org.plinth.driver.link.Transports;
import org.plinth.web.config.AppConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The radio that a server opened by its configuration.
 *
 * @param radio it; empty where none was wanted or none works here
 * @param onlyBrowsers whether one was wanted and none works, so that sensors are reached through browsers alone
 */
record RadiosOpened(Optional<LinkProvider> radio, boolean onlyBrowsers) {

    private static final Logger LOG = LoggerFactory.getLogger(RadiosOpened.class);

    /** Opens what the configuration says; what does not work here keeps nothing from starting. */
    static RadiosOpened of(AppConfig.Bluetooth wanted, Clock clock) {
        return of(wanted, Transports.radios(wanted.adapter()), clock);
    }

    static RadiosOpened of(AppConfig.Bluetooth wanted, List<Transport> kinds, Clock clock) {
        if (wanted.kind().equals(AppConfig.Bluetooth.NONE)) {
            return new RadiosOpened(Optional.empty(), false);
        }
        for (Transport kind : kinds) {
            if (wanted.kind().equals(AppConfig.Bluetooth.AUTO) || wanted.kind().equals(kind.name())) {
                try {
                    return new RadiosOpened(Optional.of(kind.open(clock)), false);
                } catch (SensorException impossible) {
                    LOG.info("{}: {}", kind.name(), impossible.getMessage());
                }
            }
        }
        return new RadiosOpened(Optional.empty(), true);
    }
}
