package org.plinth.driver.testkit.bluez;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.LinkProvider;
import org.plinth.driver.testkit.Heard;
import org.plinth.driver.testkit.Leftovers;
import org.plinth.driver.tindeq.ProgressorCodec;
import org.plinth.driver.virtual.Scenario;
import org.plinth.driver.virtual.VirtualLinkProvider;

/** A test with a message bus of its own. */
public abstract class OnABus {

    protected static final String ADDRESS = "AA:BB:CC:DD:EE:01";
    private static final double FASTER = 50;

    private final List<AutoCloseable> open = new ArrayList<>();
    private PrivateBus bus;
    protected final Heard heard = new Heard();

    /** The transport under test. */
    protected abstract LinkProvider provider(Optional<String> busAddress, Optional<String> adapter);

    @BeforeEach
    void openBus() {
        bus = PrivateBus.open();
    }

    @AfterEach
    void closeAll() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
        bus.close();
    }

    protected final <T extends AutoCloseable> T closing(T one) {
        open.add(one);
        return one;
    }

    protected final LinkProvider providerHere() {
        return closing(provider(Optional.of(bus.address()), Optional.empty()));
    }

    protected static MockPeripheral virtual(String address) {
        VirtualLinkProvider sensors = new VirtualLinkProvider(Scenario.ofSeed(1), 1, Clock.systemUTC(), FASTER);
        return new MockPeripheral(address, "Progressor_0001", () -> sensors.link("virtual-1"));
    }

    protected final MockBluez bluez(MockPeripheral... peripherals) {
        return closing(MockBluez.start(bus, peripherals));
    }

    /** So many times; neither threads nor open files grow in number. */
    protected final void cycle(LinkProvider provider, int times) throws InterruptedException {
        once(provider);
        Leftovers before = Leftovers.now();
        for (int i = 1; i < times; i++) {
            once(provider);
        }
        before.assertNoMore();
    }

    private static void once(LinkProvider provider) throws InterruptedException {
        Heard listener = new Heard();
        try (BleLink link = provider.link(ADDRESS)) {
            stream(link, listener);
            listener.next();
            listener.next();
        }
        assertThat(listener.losses).isEmpty();
    }

    protected static void stream(BleLink link, Heard listener) {
        link.connect(listener);
        link.subscribe(ProgressorCodec.SERVICE, ProgressorCodec.DATA);
        link.write(ProgressorCodec.SERVICE, ProgressorCodec.CONTROL, new byte[] {ProgressorCodec.START});
    }
}
