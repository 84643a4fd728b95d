package org.plinth.driver.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.core.quantity.Force;
import org.plinth.driver.link.replay.Capture;
import org.plinth.driver.link.replay.ReplayLink;
import org.plinth.driver.testkit.Heard;
import org.plinth.driver.testkit.Leftovers;
import org.plinth.driver.tindeq.ProgressorCodec;
import org.plinth.driver.virtual.Scenario;
import org.plinth.driver.virtual.ScriptedPatient;
import org.plinth.driver.virtual.VirtualLinkProvider;
import org.plinth.driver.virtual.VirtualRecording;

/** A thousand connections, each with a stream, leave no thread and no open file behind. The mock bus has its own cycles. */
@Tag("slow")
class ConnectionCyclesTest {

    private static final int CYCLES = 1_000;
    private static final double FASTER = 200;

    private static void cycle(Supplier<BleLink> links) throws InterruptedException {
        once(links.get());
        Leftovers before = Leftovers.now();
        for (int i = 1; i < CYCLES; i++) {
            once(links.get());
        }
        before.assertNoMore();
    }

    private static void once(BleLink newOne) throws InterruptedException {
        Heard heard = new Heard();
        try (BleLink link = newOne) {
            link.connect(heard);
            link.subscribe(ProgressorCodec.SERVICE, ProgressorCodec.DATA);
            link.write(ProgressorCodec.SERVICE, ProgressorCodec.CONTROL, new byte[] {ProgressorCodec.START});
            heard.next();
        }
        assertThat(heard.losses).isEmpty();
    }

    @Test
    void over_the_virtual_link() throws InterruptedException {
        VirtualLinkProvider sensors = new VirtualLinkProvider(Scenario.ofSeed(1), 1, Clock.systemUTC(), FASTER);
        cycle(() -> sensors.link("virtual-1"));
    }

    @Test
    void over_the_replay_link() throws InterruptedException {
        Capture capture = new Capture(Map.of(), events());
        cycle(() -> new ReplayLink(capture, Clock.systemUTC()));
    }

    private static List<Capture.Event> events() {
        List<Capture.Event> events = new ArrayList<>();
        events.add(new Capture.Written(Optional.of(ProgressorCodec.CONTROL), new byte[] {ProgressorCodec.START}));
        VirtualRecording.packets(
                        Scenario.ofSeed(2),
                        new ScriptedPatient(List.of(), Force.ZERO, 2),
                        Duration.ofSeconds(1),
                        Instant.EPOCH)
                .forEach(packet ->
                        events.add(new Capture.Notified(packet.wallMicros(), packet.characteristic(), packet.bytes())));
        return events;
    }
}
