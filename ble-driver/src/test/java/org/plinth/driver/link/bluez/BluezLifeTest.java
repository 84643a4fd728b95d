package org.plinth.driver.link.bluez;

import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.plinth.driver.link.LinkProvider;
import org.plinth.driver.testkit.bluez.BusLifeContract;

@Tag("bluetooth")
@Tag("slow")
class BluezLifeTest extends BusLifeContract {

    @Override
    protected LinkProvider provider(Optional<String> busAddress, Optional<String> adapter) {
        return new BluezLinkProvider(new BluezAdapters(busAddress, adapter), Clock.systemUTC());
    }
}
