package org.plinth.driver.link.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.RemoteStamp;
import org.plinth.driver.testkit.Heard;
import org.plinth.driver.tindeq.ProgressorCodec;

/** A browser comes back to a process that never saw it, or comes too late. */
class BridgeReturnTest {

    private static final String ID = "browser-x";
    private static final BridgeOwner OWNER = new BridgeOwner("clinic-1", "clinician-1");
    private static final BridgeDevice DEVICE =
            new BridgeDevice(Optional.of("x"), Optional.of("Progressor_0001"), Set.of());

    /** Packets 20 to 29 are in the record; number 20 came at 5 s on the browser's clock and at 7 s on the record's. */
    private static final BridgeReturn BACK = new BridgeReturn(
            ID,
            "clinic-1",
            new RemoteStamp("page-1", 2, 20, 5_000_000),
            7_000_000_000L,
            100_000_000L,
            30,
            7_450_000_000L);

    private final BridgeLinkProvider server = new BridgeLinkProvider(Clock.systemUTC(), Duration.ofMillis(50));
    private final Page page = new Page();
    private final Heard heard = new Heard();

    private static final class Page implements BridgeSender {

        private final List<String> told = new ArrayList<>();

        @Override
        public synchronized void command(BridgeCommand command) {
            told.add(command.act().name());
        }

        @Override
        public synchronized void ack(int slot, long seq) {
            told.add("ack " + slot + " " + seq);
        }

        @Override
        public synchronized void stop(int slot, String reason) {
            told.add("stop " + slot);
        }

        synchronized List<String> told() {
            return List.copyOf(told);
        }
    }

    @AfterEach
    void end() {
        server.close();
    }

    private static byte[] packet(long seq, long browserMicros) {
        return new BridgePacket(2, seq, browserMicros, ProgressorCodec.DATA, new byte[] {(byte) seq}).encode();
    }

    @Test
    void it_is_told_what_is_in_the_record_and_goes_on_behind_it_at_the_times_of_the_record()
            throws InterruptedException {
        BleLink link = server.restore(BACK);
        link.connect(heard);
        assertThat(link.isBehind()).isTrue();

        BridgeSession session = server.attach("page-1", OWNER, page);
        session.open(2, DEVICE, new BridgeBacklog(26, 32));
        assertThat(page.told()).containsOnly("ack 2 29");
        assertThat(link.isBehind()).isTrue();

        session.packet(packet(26, 5_300_000));
        session.packet(packet(29, 5_450_000));
        session.packet(packet(30, 5_440_000));
        assertThat(heard.next().hostNanos())
                .as("never before the last one recorded")
                .isEqualTo(7_450_000_000L);
        session.packet(packet(31, 5_550_000));
        var last = heard.next();
        assertThat(last.bytes()).containsExactly(31);
        assertThat(last.hostNanos()).isEqualTo(7_550_000_000L);
        assertThat(last.wallMicros()).isEqualTo(100_550_000L);
        while (link.isBehind()) {
            Thread.onSpinWait();
        }
        assertThat(heard.packets).hasSize(2);
        assertThat(page.told())
                .as("its sensor streams: nothing is asked of it")
                .allMatch(word -> word.startsWith("ack"));
    }

    @Test
    void nobody_of_another_clinic_goes_on_in_its_name_and_after_the_first_nobody_else() {
        server.restore(BACK).connect(heard);
        assertThatThrownBy(() -> server.attach("page-1", new BridgeOwner("clinic-2", "other"), page))
                .isInstanceOf(BridgeFault.class);
        assertThat(server.attach("page-1", OWNER, page).bridge()).isEqualTo("page-1");
        assertThatThrownBy(() -> server.attach("page-1", new BridgeOwner("clinic-1", "other"), page))
                .isInstanceOf(BridgeFault.class);
    }

    @Test
    void one_that_does_not_come_back_is_a_loss() throws InterruptedException {
        server.restore(BACK).connect(heard);
        heard.awaitLoss();
        assertThat(heard.losses).containsExactly("the browser went away");
    }

    @Test
    void packets_of_a_recording_that_is_over_are_a_visible_stop_and_the_slot_can_be_used_again() {
        BridgeSession session = server.attach("page-9", OWNER, page);
        session.open(1, DEVICE, new BridgeBacklog(500, 740));
        assertThat(page.told()).containsExactly("stop 1");
        assertThat(server.scan(0)).isEmpty();

        session.open(1, DEVICE, new BridgeBacklog(740, 740));
        assertThat(page.told()).containsExactly("stop 1", "ack 1 739");
        assertThat(server.scan(0)).hasSize(1);
        assertThatThrownBy(() -> new BridgeBacklog(2, 1)).isInstanceOf(BridgeFault.class);
    }
}
