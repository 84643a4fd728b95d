package org.plinth.driver.link.tinyb;

import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.plinth.driver.link.LinkProvider;
import org.plinth.driver.link.bluez.BluezAdapters;
import org.plinth.driver.testkit.bluez.BusLifeContract;

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
}
