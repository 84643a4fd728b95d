package org.plinth.driver.tindeq;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plinth.driver.SensorConnection;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.LinkListener;
import org.plinth.driver.testkit.Heard;

/** Clones are told apart by what they answer, and hear no opcode that could harm them. */
class ProgressorKindTest {

    private static final Set<Integer> HARMLESS = Set.of(0x64, 0x65, 0x66, 0x6B, 0x6F, 0x70);

    @ParameterizedTest
    @CsvSource({
        "03020100aa, 1.2.3.4, PROGRESSOR",
        "2a, 0.1.0, CLONE",
        "03020100aa, hangman 7004eb, CLONE",
        ", 1.2.3.4, CLONE",
        "03020100aa, , CLONE",
        ", , SILENT"
    })
    void by_what_it_answers(String id, String firmware, ProgressorKind kind) {
        assertThat(ProgressorKind.of(Optional.ofNullable(id), Optional.ofNullable(firmware)))
                .isEqualTo(kind);
    }

    @Test
    void whatever_is_asked_of_a_connection_no_other_opcode_is_sent() {
        List<Integer> sent = new ArrayList<>();
        try (SensorConnection connection = new ProgressorDriver().open(new Answering(sent), new Heard())) {
            assertThat(connection.identity().model()).hasValue("Progressor clone");
            connection.battery();
            connection.start();
            connection.tare();
            connection.stop();
        }
        assertThat(sent).isNotEmpty().isSubsetOf(HARMLESS);
        assertThat(sent).containsSubsequence(0x66, 0x64, 0x65);
    }

    /** Notes every opcode; answers as a Crimpdeq does, with an id of one byte. */
    private static final class Answering implements BleLink {

        private final List<Integer> sent;
        private LinkListener listener = new Heard();

        private Answering(List<Integer> sent) {
            this.sent = sent;
        }

        @Override
        public String transport() {
            return "pretend";
        }

        @Override
        public void connect(LinkListener toWhom) {
            listener = toWhom;
        }

        @Override
        public void subscribe(UUID service, UUID characteristic) {}

        @Override
        public void write(UUID service, UUID characteristic, byte[] value) {
            assertThat(value).hasSize(1);
            sent.add((int) value[0]);
            byte[] payload =
                    switch (value[0]) {
                        case 0x70 -> new byte[] {0x2A};
                        case 0x6B -> new byte[] {'0', '.', '1'};
                        case 0x6F -> new byte[] {0x30, 0x0C, 0, 0};
                        default -> new byte[0];
                    };
            if (payload.length > 0) {
                listener.packet(
                        new org.plinth.driver.link.Packet(ProgressorCodec.DATA, ProgressorFrames.reply(payload), 1, 1));
            }
        }

        @Override
        public OptionalInt mtu() {
            return OptionalInt.empty();
        }

        @Override
        public void close() {}
    }
}
