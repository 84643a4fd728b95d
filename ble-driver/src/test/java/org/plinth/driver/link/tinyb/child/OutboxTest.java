package org.plinth.driver.link.tinyb.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plinth.driver.link.tinyb.Frame;
import org.plinth.driver.link.tinyb.FrameStream;
import org.plinth.driver.link.tinyb.FrameType;
import org.plinth.driver.link.tinyb.PayloadReader;
import org.plinth.driver.link.tinyb.PayloadWriter;

class OutboxTest {

    private static final UUID WHERE = new UUID(1, 2);

    private final Outbox outbox = new Outbox(3);

    private static Frame read(PipedInputStream in, FrameType type) throws IOException {
        Frame frame = FrameStream.read(in).orElseThrow();
        assertThat(frame.type()).isEqualTo(type.code());
        return frame;
    }

    @Test
    void what_does_not_fit_is_counted_and_told_before_the_next_packet_of_its_link() throws IOException {
        for (int i = 0; i < 5; i++) {
            outbox.packet(7, WHERE, new byte[] {(byte) i}, 100 + i);
        }
        outbox.tell(FrameType.REPLY, new PayloadWriter().u32(1));
        try (PipedOutputStream out = new PipedOutputStream();
                PipedInputStream in = new PipedInputStream(out, 1 << 16)) {
            Thread writer = new Thread(() -> write(out));
            writer.start();
            for (int i = 0; i < 3; i++) {
                Frame frame = read(in, FrameType.PACKET);
                assertThat(frame.seq()).isEqualTo(i);
                assertThat(frame.hostNanos()).isEqualTo(100 + i);
            }
            read(in, FrameType.REPLY);
            outbox.packet(7, WHERE, new byte[] {9}, 200);
            PayloadReader told = new PayloadReader(read(in, FrameType.OVERFLOW).payload());
            assertThat(told.u32()).isEqualTo(7);
            assertThat(told.u64()).isEqualTo(2);
            assertThat(read(in, FrameType.PACKET).hostNanos()).isEqualTo(200);
            read(in, FrameType.HEARTBEAT);
            writer.interrupt();
        }
    }

    private void write(PipedOutputStream out) {
        try {
            outbox.writeTo(out);
        } catch (IOException | InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
