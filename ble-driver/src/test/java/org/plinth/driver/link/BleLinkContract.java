package org.plinth.driver.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorException;
import org.plinth.driver.testkit.Heard;
import org.plinth.driver.testkit.Remembered;
import org.plinth.driver.tindeq.ProgressorCodec;
import org.plinth.driver.tindeq.ProgressorDecoder;

/** What every transport keeps, shown on a Progressor behind it. */
public abstract class BleLinkContract {

    private BleLink link;
    protected final Heard heard = new Heard();

    /** A link, not connected, to a sensor that speaks the Progressor's protocol. */
    protected abstract BleLink newLink();

    /** A link to a sensor that goes out of reach while it streams. */
    protected abstract BleLink newLinkThatIsLost();

    @BeforeEach
    void begin() {
        link = newLink();
    }

    @AfterEach
    void end() {
        link.close();
    }

    private static void startStream(BleLink on, LinkListener listener) {
        on.connect(listener);
        on.subscribe(ProgressorCodec.SERVICE, ProgressorCodec.DATA);
        on.write(ProgressorCodec.SERVICE, ProgressorCodec.CONTROL, new byte[] {ProgressorCodec.START});
    }

    private Remembered decoded() {
        ProgressorDecoder decoder = new ProgressorDecoder();
        Remembered sink = new Remembered();
        heard.packets.forEach(packet -> decoder.decode(packet, sink));
        assertThat(decoder.ledger().duplicated()).isZero();
        assertThat(decoder.ledger().late()).isZero();
        return sink;
    }

    @Test
    void has_a_name() {
        assertThat(link.transport()).matches("[a-z][a-z0-9-]*");
    }

    @Test
    void packets_come_in_order_on_one_thread_with_times_that_ascend() throws InterruptedException {
        startStream(link, heard);
        for (int i = 0; i < 5; i++) {
            heard.next();
        }
        link.close();
        assertThat(decoded().micros()).isSorted().hasSizeGreaterThanOrEqualTo(75);
        assertThat(new HashSet<>(heard.threads)).hasSize(1);
        assertThat(heard.packets).extracting(Packet::hostNanos).isSorted();
        assertThat(heard.packets).extracting(Packet::wallMicros).isSorted();
        assertThat(heard.losses).isEmpty();
    }

    @Test
    void connecting_and_subscribing_twice_doubles_nothing() throws InterruptedException {
        link.connect(heard);
        startStream(link, heard);
        link.subscribe(ProgressorCodec.SERVICE, ProgressorCodec.DATA);
        heard.next();
        heard.next();
        link.close();
        assertThat(decoded().samples).isNotEmpty();
    }

    @Test
    void every_packet_owns_its_bytes() throws InterruptedException {
        startStream(link, heard);
        heard.next();
        heard.next();
        Set<Integer> arrays = new HashSet<>();
        heard.packets.forEach(packet -> arrays.add(System.identityHashCode(packet.bytes())));
        assertThat(arrays).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void nothing_can_be_asked_of_a_link_that_is_not_connected() {
        assertThatThrownBy(() -> link.subscribe(ProgressorCodec.SERVICE, ProgressorCodec.DATA))
                .isInstanceOf(SensorException.class);
        assertThatThrownBy(() -> link.write(ProgressorCodec.SERVICE, ProgressorCodec.CONTROL, new byte[] {1}))
                .isInstanceOfSatisfying(
                        SensorException.class, fault -> assertThat(fault.fault()).isEqualTo(Fault.IO));
    }

    @Test
    void after_close_nothing_comes_and_closing_again_is_allowed() throws InterruptedException {
        startStream(link, heard);
        heard.next();
        link.close();
        int atClose = heard.packets.size();
        link.close();
        assertThatThrownBy(() -> link.write(ProgressorCodec.SERVICE, ProgressorCodec.CONTROL, new byte[] {1}))
                .isInstanceOf(SensorException.class);
        assertThat(heard.packets).hasSize(atClose);
        assertThat(heard.losses).isEmpty();
    }

    @Test
    void closing_a_link_that_was_never_connected_is_allowed() {
        link.close();
        assertThat(heard.losses).isEmpty();
    }

    @Test
    void a_loss_is_told_once_and_the_link_can_connect_again() throws InterruptedException {
        try (BleLink fragile = newLinkThatIsLost()) {
            startStream(fragile, heard);
            heard.awaitLoss();
            assertThat(heard.losses).hasSize(1);
            assertThatThrownBy(
                            () -> fragile.write(ProgressorCodec.SERVICE, ProgressorCodec.CONTROL, new byte[] {1}))
                    .isInstanceOf(SensorException.class);

            Heard again = new Heard();
            startStream(fragile, again);
            assertThat(again.next().bytes()).isNotEmpty();
        }
    }
}
