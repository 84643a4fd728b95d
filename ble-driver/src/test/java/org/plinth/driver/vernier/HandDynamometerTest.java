package org.plinth.driver.vernier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.plinth.driver.Advertisement;
import org.plinth.driver.BatteryReading;
import org.plinth.driver.SampleDecoder;
import org.plinth.driver.SensorConnection;
import org.plinth.driver.SensorDriver;
import org.plinth.driver.SensorDriverContract;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.LinkListener;
import org.plinth.driver.link.Packet;
import org.plinth.driver.testkit.CodecOf;
import org.plinth.driver.testkit.Heard;
import org.plinth.driver.testkit.PacketVectors;
import org.plinth.driver.testkit.Remembered;

class HandDynamometerTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final List<byte[]> GOOD = List.of(
            PacketVectors.of("Vernier Go Direct").get(0).bytes(),
            HEX.parseHex("2015000006020003000000f742000000000000803f"),
            HEX.parseHex("20100000080001020000f7420000f742"));

    private static Remembered decoded(String... hex) {
        SampleDecoder decoder = new HandDynamometerDriver().newDecoder();
        Remembered sink = new Remembered();
        for (int i = 0; i < hex.length; i++) {
            decoder.decode(new Packet(GoDirectConnection.RESPONSE, HEX.parseHex(hex[i]), i * 100_000_000L, i), sink);
        }
        return sink;
    }

    @Test
    void several_samples_of_one_packet_come_in_order_and_apart() {
        Remembered sink = decoded("2015000006020003000000f742000000000000803f");
        assertThat(sink.values()).containsExactly(123.5, 0.0, 1.0);
        assertThat(sink.micros()).containsExactly(0L, 10_000L, 20_000L);
    }

    @Test
    void other_channels_beside_the_force_are_passed_over() {
        // Mask 3: channels 0 and 1, two rows: (1, 123.5), (1, 0).
        assertThat(decoded("201900000603000200" + "0000803f0000f7420000803f00000000")
                        .values())
                .containsExactly(123.5, 0.0);
        assertThat(decoded("200d00000604000100" + "0000f742").values()).isEmpty();
    }

    @Test
    void wide_single_and_whole_number_packets_are_read() {
        assertThat(decoded("200f00000702000000" + "01" + "00" + "0000f742").values())
                .containsExactly(123.5);
        assertThat(decoded("200c000008000101" + "0000f742").values()).containsExactly(123.5);
        assertThat(decoded("200c000009000101" + "7b000000").values()).containsExactly(123.0);
    }

    @Test
    void a_packet_that_is_split_over_notifications_is_read_once_it_is_whole() {
        assertThat(decoded("200d0000060200", "01000000f742").values()).containsExactly(123.5);
    }

    @Test
    void a_count_that_does_not_fit_the_length_is_a_fault_and_what_is_there_is_read() {
        Remembered sink = decoded("200d00000602000200" + "0000f742");
        assertThat(sink.values()).containsExactly(123.5);
        assertThat(sink.malformed).hasSize(1);
    }

    @Test
    void commands_count_down_and_carry_their_sum() {
        GoDirectCommands commands = new GoDirectCommands();
        byte[] first = commands.init();
        byte[] second = commands.question(GoDirectCommands.STATUS);
        assertThat(first).hasSize(25).startsWith(0x58, 25, 0xFF);
        // 58 + 05 + fe + 10 = 16b hex.
        assertThat(second).containsExactly(0x58, 0x05, 0xFE, 0x6B, 0x10);
    }

    @Test
    void it_says_who_it_is_and_what_its_battery_has() {
        try (SensorConnection connection = new HandDynamometerDriver().open(new PretendSensor(), new Heard())) {
            assertThat(connection.identity().serial()).hasValue("0K1234");
            assertThat(connection.identity().model()).hasValue("GDX-HD");
            assertThat(connection.identity().firmware()).hasValue("1.7");
            assertThat(connection.battery()).hasValue(BatteryReading.ofPercent(83));
        }
    }

    @Test
    void no_piece_of_a_command_is_longer_than_twenty_bytes() {
        PretendSensor sensor = new PretendSensor();
        try (SensorConnection connection = new HandDynamometerDriver().open(sensor, new Heard())) {
            connection.start();
        }
        assertThat(sensor.longest).isLessThanOrEqualTo(20);
        assertThat(sensor.opcodes).containsExactly(0x1A, 0x1B, 0x18, 0x19, 0x54);
    }

    @Nested
    class Codec extends CodecOf {
        Codec() {
            super(() -> new HandDynamometerDriver().newDecoder(), GoDirectConnection.RESPONSE, GOOD);
        }
    }

    @Nested
    class Driver extends SensorDriverContract {
        @Override
        protected SensorDriver driver() {
            return new HandDynamometerDriver();
        }

        @Override
        protected BleLink newLink() {
            return new PretendSensor();
        }

        @Override
        protected Advertisement advertisement() {
            return new Advertisement("a", Optional.of("GDX-HD 0K1234"), Set.of());
        }
    }

    /** Answers every command that is whole and whose sum is right, in pieces of 20 bytes; streams when started. */
    private static final class PretendSensor implements BleLink {

        private final List<Integer> opcodes = new ArrayList<>();
        private byte[] command = {};
        private int longest;
        private LinkListener listener = new Heard();

        @Override
        public String transport() {
            return "pretend";
        }

        @Override
        public void connect(LinkListener toWhom) {
            listener = toWhom;
        }

        @Override
        public void subscribe(UUID service, UUID characteristic) {
            assertThat(characteristic).isEqualTo(GoDirectConnection.RESPONSE);
        }

        @Override
        public void write(UUID service, UUID characteristic, byte[] value) {
            longest = Math.max(longest, value.length);
            byte[] joined = Arrays.copyOf(command, command.length + value.length);
            System.arraycopy(value, 0, joined, command.length, value.length);
            command = joined;
            if (command.length == command[1]) {
                int sum = 0;
                for (int i = 0; i < command.length; i++) {
                    sum += i == 3 ? 0 : command[i];
                }
                assertThat((byte) sum).isEqualTo(command[3]);
                opcodes.add((int) command[4]);
                answer(command[4], command[2]);
                command = new byte[0];
            }
        }

        private void answer(int opcode, byte number) {
            byte[] payload =
                    switch (opcode) {
                        case 0x10 -> HEX.parseHex("0000010700000000000053000000");
                        case 0x55 -> Arrays.copyOf(info(), 64);
                        default -> new byte[1];
                    };
            byte[] frame = new byte[6 + payload.length];
            frame[0] = (byte) 0x98;
            frame[1] = (byte) frame.length;
            frame[4] = (byte) opcode;
            frame[5] = number;
            System.arraycopy(payload, 0, frame, 6, payload.length);
            for (int at = 0; at < frame.length; at += 20) {
                send(Arrays.copyOfRange(frame, at, Math.min(frame.length, at + 20)));
            }
            for (int i = 0; opcode == 0x18 && i < 25; i++) {
                send(GOOD.get(0));
            }
        }

        private static byte[] info() {
            byte[] info = Arrays.copyOf("GDX-HD".getBytes(StandardCharsets.US_ASCII), 32);
            System.arraycopy("0K1234".getBytes(StandardCharsets.US_ASCII), 0, info, 16, 6);
            return info;
        }

        private void send(byte[] bytes) {
            listener.packet(new Packet(GoDirectConnection.RESPONSE, bytes, System.nanoTime(), 0));
        }

        @Override
        public OptionalInt mtu() {
            return OptionalInt.empty();
        }

        @Override
        public void close() {}
    }
}
