package org.plinth.driver.griptonite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.plinth.driver.SampleDecoder;
import org.plinth.driver.link.Packet;
import org.plinth.driver.testkit.CodecOf;
import org.plinth.driver.testkit.DriverOf;
import org.plinth.driver.testkit.Remembered;

class MotherboardTest {

    private final SampleDecoder decoder = new MotherboardDriver().newDecoder();
    private final Remembered sink = new Remembered();
    private int sent;

    private static byte[] line(int number, String cells) {
        return String.format("%02X%02X2C01%s000000%n", number & 0xFF, number >> 8 & 0xFF, cells)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] line(int number) {
        return line(number, "0A0000ECFFFFE2FFFF");
    }

    private static List<byte[]> stream(int from, int count) {
        List<byte[]> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(line(from + i & 0xFFFF));
        }
        return lines;
    }

    private void send(byte[] bytes) {
        decoder.decode(new Packet(MotherboardDriver.DATA, bytes, sent * 30_000_000L, sent), sink);
        sent++;
    }

    @Property(tries = 100)
    void dropping_k_numbers_loses_k_over_the_wrap_too(
            @ForAll @IntRange(min = 1, max = 50) int k, @ForAll @IntRange(min = 0, max = 65_535) int from) {
        SampleDecoder any = new MotherboardDriver().newDecoder();
        for (int i = 0; i < 30 + k; i++) {
            if (i < 20 || i >= 20 + k) {
                any.decode(new Packet(MotherboardDriver.DATA, line(from + i & 0xFFFF), i * 30_000_000L, i), sink);
            }
        }
        assertThat(any.ledger().lost()).hasValue(k);
        assertThat(any.ledger().expected()).hasValue(30 + k);
    }

    @Test
    void a_line_that_comes_twice_or_late_is_dropped_and_counted() {
        stream(1, 5).forEach(this::send);
        send(line(5));
        send(line(7));
        send(line(6));
        assertThat(decoder.ledger().duplicated()).isEqualTo(1);
        assertThat(decoder.ledger().late()).isEqualTo(1);
        assertThat(decoder.ledger().lost()).hasValue(1);
        assertThat(sink.samples).hasSize(6);
    }

    @Test
    void a_counter_that_begins_anew_is_another_segment_and_no_loss() {
        stream(500, 5).forEach(this::send);
        stream(0, 5).forEach(this::send);
        assertThat(sink.segments).isEqualTo(1);
        assertThat(decoder.ledger().lost()).hasValue(0);
    }

    @Test
    void the_sign_of_a_cell_turns_at_its_upper_bit() {
        // 7ffffe is the greatest count, 800001 the least but one; both are no overload.
        send(line(1, "FEFF7F000000000000"));
        send(line(2, "010080000000000000"));
        assertThat(sink.values()).containsExactly(8_388_606.0, -8_388_607.0);
    }

    @Test
    void a_cell_at_the_end_of_its_converter_is_over_range() {
        send(line(1, "FFFF7F000000000000"));
        assertThat(sink.overRange).isEqualTo(1);
        assertThat(sink.missing).hasSize(1);
    }

    @Test
    void lines_that_are_split_or_end_with_cr_are_read_and_answers_pass() {
        send("0100".getBytes(StandardCharsets.US_ASCII));
        send("2C010A0000ECFFFFE2FFFF000000\r\nserial 12\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(sink.values()).containsExactly(60.0);
        assertThat(sink.malformed).isEmpty();
    }

    @Nested
    class Codec extends CodecOf {
        Codec() {
            super(() -> new MotherboardDriver().newDecoder(), MotherboardDriver.DATA, stream(0, 40));
        }
    }

    @Nested
    class Driver extends DriverOf {
        Driver() {
            super(
                    new MotherboardDriver(),
                    "Motherboard",
                    sends(
                            Optional.of("S30".getBytes(StandardCharsets.US_ASCII)),
                            MotherboardDriver.DATA,
                            stream(0, 30)));
        }
    }
}
