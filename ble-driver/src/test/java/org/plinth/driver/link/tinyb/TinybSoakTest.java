package org.plinth.driver.link.tinyb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.driver.link.LinkProvider;
import org.plinth.driver.link.bluez.BluezAdapters;
import org.plinth.driver.testkit.bluez.OnABus;

/** More cycles than every change can wait for; 250 are in the life of this transport. */
@Tag("soak")
class TinybSoakTest extends OnABus {

    @Override
    protected LinkProvider provider(Optional<String> busAddress, Optional<String> adapter) {
        return new TinybLinkProvider(new BluezAdapters(busAddress, adapter), Clock.systemUTC());
    }

    @Test
    void a_thousand_cycles_in_one_child() throws InterruptedException {
        bluez(virtual(ADDRESS));
        TinybLinkProvider provider = (TinybLinkProvider) providerHere();
        cycle(provider, 2);
        OptionalLong child = provider.childPid();
        cycle(provider, 1_000);
        assertThat(provider.childPid()).isEqualTo(child);
    }
}
