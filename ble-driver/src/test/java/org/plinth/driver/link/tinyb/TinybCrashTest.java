package org.plinth.driver.link.tinyb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorException;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.LinkProvider;
import org.plinth.driver.link.bluez.BluezAdapters;
import org.plinth.driver.testkit.Heard;
import org.plinth.driver.testkit.Remembered;
import org.plinth.driver.testkit.bluez.OnABus;
import org.plinth.driver.tindeq.ProgressorDecoder;

/** The child dies: the visit goes on. */
@Tag("bluetooth")
@Tag("slow")
class TinybCrashTest extends OnABus {

    @Override
    protected LinkProvider provider(Optional<String> busAddress, Optional<String> adapter) {
        return new TinybLinkProvider(new BluezAdapters(busAddress, adapter), Clock.systemUTC());
    }

    private static ProcessHandle childOf(TinybLinkProvider provider) {
        return ProcessHandle.of(provider.childPid().orElseThrow()).orElseThrow();
    }

    private static void kill(ProcessHandle child) throws Exception {
        assertThat(child.destroyForcibly()).isTrue();
        child.onExit().get(20, TimeUnit.SECONDS);
    }

    private TinybLinkProvider tinyb() {
        return (TinybLinkProvider) providerHere();
    }

    @Test
    void killed_in_mid_stream_the_link_is_lost_and_the_next_connection_is_a_new_segment() throws Exception {
        bluez(virtual(ADDRESS));
        TinybLinkProvider provider = tinyb();
        BleLink link = closing(provider.link(ADDRESS));
        stream(link, heard);
        heard.next();
        heard.next();
        kill(childOf(provider));
        heard.awaitLoss();
        assertThat(heard.losses).containsExactly("the Bluetooth process ended");

        Heard again = new Heard();
        stream(link, again);
        again.next();
        again.next();
        link.close();
        assertThat(again.losses).isEmpty();

        ProgressorDecoder decoder = new ProgressorDecoder();
        Remembered sink = new Remembered();
        heard.packets.forEach(packet -> decoder.decode(packet, sink));
        decoder.newSegment();
        again.packets.forEach(packet -> decoder.decode(packet, sink));
        assertThat(sink.segments).isEqualTo(1);
        assertThat(decoder.ledger().lost()).hasValue(0);
    }

    @Test
    void killed_again_and_again_it_is_given_up_within_the_minute() throws Exception {
        bluez(virtual(ADDRESS));
        TinybLinkProvider provider = tinyb();
        for (int i = 0; i < 6; i++) {
            assertThat(provider.scan(10)).isNotNull();
            kill(childOf(provider));
        }
        assertThatThrownBy(() -> provider.scan(10))
                .isInstanceOfSatisfying(
                        SensorException.class, told -> assertThat(told.fault()).isEqualTo(Fault.NO_TRANSPORT));
    }

    @Test
    void the_child_ends_with_its_parent_and_survives_every_cycle_before() throws Exception {
        bluez(virtual(ADDRESS));
        TinybLinkProvider provider = tinyb();
        cycle(provider, 3);
        ProcessHandle child = childOf(provider);
        cycle(provider, 3);
        assertThat(childOf(provider)).isEqualTo(child);
        provider.close();
        child.onExit().get(20, TimeUnit.SECONDS);
        assertThatThrownBy(() -> provider.scan(10)).isInstanceOf(SensorException.class);
    }
}
