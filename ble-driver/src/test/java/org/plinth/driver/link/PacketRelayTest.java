package org.plinth.driver.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PacketRelayTest {

    private static final UUID WHERE = new UUID(1, 2);

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final CountDownLatch busy = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    private final LinkListener slow = new LinkListener() {
        @Override
        public void packet(Packet packet) {
            busy.countDown();
            try {
                assertThat(go.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            told.add("packet " + packet.bytes()[0]);
        }

        @Override
        public void overflowed(long packets) {
            told.add("dropped " + packets);
        }

        @Override
        public void disconnected(String reason) {
            told.add(reason);
            over.countDown();
        }
    };

    private static Packet packet(int number) {
        return new Packet(WHERE, new byte[] {(byte) number}, 0, 0);
    }

    @Test
    void what_a_slow_listener_cannot_take_is_counted_and_told_in_its_place() throws InterruptedException {
        PacketRelay relay = new PacketRelay("relay", slow, 2);
        relay.packet(packet(1));
        assertThat(busy.await(20, TimeUnit.SECONDS)).isTrue();
        for (int i = 2; i <= 6; i++) {
            relay.packet(packet(i));
        }
        relay.lost("gone");
        relay.packet(packet(7));
        go.countDown();
        assertThat(over.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(told).containsExactly("packet 1", "packet 2", "packet 3", "dropped 3", "gone");
        relay.close();
    }

    @Test
    void after_closing_nothing_comes() throws InterruptedException {
        PacketRelay relay = new PacketRelay("relay", slow, 10);
        go.countDown();
        relay.packet(packet(1));
        assertThat(busy.await(20, TimeUnit.SECONDS)).isTrue();
        relay.close();
        int before = told.size();
        relay.packet(packet(2));
        relay.lost("gone");
        assertThat(told).hasSize(before).doesNotContain("gone");
    }
}
