package org.plinth.driver.link.tinyb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.LinkProvider;
import org.plinth.driver.link.bluez.BluezAdapters;
import org.plinth.driver.testkit.bluez.BusLifeContract;
import org.plinth.driver.testkit.bluez.MockPeripheral;

@Tag("bluetooth")
@Tag("slow")
class TinybLifeTest extends BusLifeContract {

    @Override
    protected LinkProvider provider(Optional<String> busAddress, Optional<String> adapter) {
        return new TinybLinkProvider(new BluezAdapters(busAddress, adapter), Clock.systemUTC());
    }

    /** In one child: what its natives leak, or where they crash, shows only after many. */
    @Override
    protected int cycles() {
        return 250;
    }

    @Test
    void a_sensor_whose_services_do_not_appear_is_connected_once_more() throws InterruptedException {
        bluez(virtual(ADDRESS).vanishing(MockPeripheral.Stage.RESOLVING_ONCE));
        try (BleLink link = providerHere().link(ADDRESS)) {
            stream(link, heard);
            heard.next();
        }
        assertThat(heard.losses).isEmpty();
    }
}
