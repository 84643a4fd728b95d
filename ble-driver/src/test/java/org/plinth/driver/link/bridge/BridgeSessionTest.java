package org.plinth.driver.link.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.LinkListener;
import org.plinth.driver.link.Packet;
import org.plinth.driver.testkit.Heard;
import org.plinth.driver.tindeq.ProgressorCodec;

/** The server's end of the bridge, message by message. */
class BridgeSessionTest {

    private static final BridgeDevice DEVICE =
            new BridgeDevice(Optional.empty(), Optional.of("Progressor_0001"), Set.of(ProgressorCodec.SERVICE));

    private final BridgeLinkProvider server = new BridgeLinkProvider(Clock.systemUTC(), Duration.ofMillis(20));
    private final Obedient page = new Obedient();
    private final BridgeSession session = server.attach("page-1", new BridgeOwner("clinic-1", "clinician-1"), page);
    private final Heard heard = new Heard();

    /** A page that does everything at once and remembers what it was told. */
    private final class Obedient implements BridgeSender {

        private final List<String> told = new ArrayList<>();

        @Override
        public synchronized void command(BridgeCommand command) {
            told.add(command.act() + " " + command.slot());
            session.reply(command.slot(), command.op(), BridgeReply.of(true));
        }

        @Override
        public synchronized void ack(int slot, long seq) {
            told.add("ack " + slot + " " + seq);
        }

        @Override
        public synchronized void stop(int slot, String reason) {
            told.add("stop " + slot + " " + reason);
        }

        synchronized List<String> told() {
            return List.copyOf(told);
        }
    }

    @AfterEach
    void end() {
        server.close();
    }

    private BleLink connected(LinkListener listener) {
        session.open(0, DEVICE);
        BleLink link = server.link("browser-page-1-0");
        link.connect(listener);
        return link;
    }

    private static byte[] message(long seq, int size) {
        return new BridgePacket(0, seq, seq * 1_000, ProgressorCodec.DATA, new byte[size]).encode();
    }

    @Test
    void the_golden_packet() {
        String golden =
                "01" + "02" + "0000" + "00000007" + "00000000000f4240" + "7e4e17021ea640c99dcc13d34ffead57" + "0102";
        BridgePacket packet = BridgePacket.decode(HexFormat.of().parseHex(golden));
        assertThat(packet.slot()).isEqualTo(2);
        assertThat(packet.seq()).isEqualTo(7);
        assertThat(packet.browserMicros()).isEqualTo(1_000_000);
        assertThat(packet.characteristic()).isEqualTo(UUID.fromString("7e4e1702-1ea6-40c9-9dcc-13d34ffead57"));
        assertThat(packet.bytes()).containsExactly(1, 2);
        assertThat(HexFormat.of().formatHex(packet.encode())).isEqualTo(golden);
    }

    @Test
    void what_is_no_packet_is_a_fault() {
        session.open(0, DEVICE);
        assertThatThrownBy(() -> session.packet(new byte[31])).isInstanceOf(BridgeFault.class);
        assertThatThrownBy(() -> session.packet(new byte[32])).isInstanceOf(BridgeFault.class);
        assertThatThrownBy(() -> session.packet(message(0, 513))).isInstanceOf(BridgeFault.class);
        byte[] elsewhere = message(0, 4);
        elsewhere[1] = 3;
        assertThatThrownBy(() -> session.packet(elsewhere)).isInstanceOf(BridgeFault.class);
    }

    @Test
    void there_are_four_slots_and_a_bridge_has_one_owner() {
        for (int slot = 0; slot < 4; slot++) {
            session.open(slot, DEVICE);
        }
        assertThat(server.scan(0)).hasSize(4);
        assertThatThrownBy(() -> session.open(4, DEVICE)).isInstanceOf(BridgeFault.class);
        assertThatThrownBy(() -> session.open(-1, DEVICE)).isInstanceOf(BridgeFault.class);
        assertThatThrownBy(() -> server.attach("page-1", new BridgeOwner("clinic-1", "clinician-2"), page))
                .isInstanceOf(BridgeFault.class);
    }

    @Test
    void repeats_are_dropped_and_a_gap_is_told() throws InterruptedException {
        List<Long> gaps = new ArrayList<>();
        LinkListener listener = new LinkListener() {
            @Override
            public void packet(Packet packet) {
                heard.packet(packet);
            }

            @Override
            public void overflowed(long packets) {
                gaps.add(packets);
            }

            @Override
            public void disconnected(String reason) {
                heard.disconnected(reason);
            }
        };
        BleLink link = connected(listener);
        for (long seq : new long[] {0, 1, 1, 0, 2, 5, 4, 6}) {
            session.packet(message(seq, 4));
        }
        for (int i = 0; i < 5; i++) {
            heard.next();
        }
        link.close();
        assertThat(heard.packets).hasSize(5);
        assertThat(gaps).containsExactly(2L);
    }

    @Test
    void more_than_a_mebibyte_that_waits_is_a_visible_stop() throws InterruptedException {
        CountDownLatch hold = new CountDownLatch(1);
        LinkListener stuck = new LinkListener() {
            @Override
            public void packet(Packet packet) {
                try {
                    assertThat(hold.await(20, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }

            @Override
            public void disconnected(String reason) {
                heard.disconnected(reason);
            }
        };
        connected(stuck);
        int fits = (1 << 20) / (32 + 512);
        for (int i = 0; i < fits; i++) {
            session.packet(message(i, 512));
        }
        assertThat(page.told()).noneMatch(words -> words.startsWith("stop"));
        session.packet(message(fits, 512));
        assertThat(page.told()).contains("stop 0 too many packets wait to be recorded");
        hold.countDown();
        heard.awaitLoss();
        assertThat(heard.losses).hasSize(1);
    }

    @Test
    void a_browser_that_does_not_come_back_is_a_loss() throws InterruptedException {
        connected(heard);
        session.away(page);
        heard.awaitLoss();
        assertThat(heard.losses).containsExactly("the browser went away");
        assertThat(server.scan(0)).isEmpty();
    }

    @Test
    void a_browser_that_comes_back_is_told_how_far_it_got() throws InterruptedException {
        BleLink link = connected(heard);
        session.packet(message(0, 4));
        heard.next();
        while (!page.told().contains("ack 0 0")) {
            Thread.onSpinWait();
        }
        session.away(page);
        Obedient again = new Obedient();
        assertThat(server.attach("page-1", new BridgeOwner("clinic-1", "clinician-1"), again))
                .isSameAs(session);
        session.open(0, DEVICE);
        session.packet(message(0, 4));
        session.packet(message(1, 4));
        heard.next();
        link.close();
        assertThat(again.told()).contains("ack 0 0");
        assertThat(heard.packets).hasSize(2);
        assertThat(heard.losses).isEmpty();
    }

    @Test
    void a_slot_that_is_given_up_or_taken_by_another_sensor_is_a_loss() throws InterruptedException {
        connected(heard);
        session.open(0, new BridgeDevice(Optional.of("x"), Optional.of("Other"), Set.of()));
        heard.awaitLoss();
        assertThat(page.told()).contains("stop 0 another sensor was opened in its place");
        Heard second = new Heard();
        server.link("browser-x").connect(second);
        session.close(0);
        second.awaitLoss();
        assertThatThrownBy(() -> session.close(0)).isInstanceOf(BridgeFault.class);
    }
}
