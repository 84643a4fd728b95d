package org.plinth.driver.link.tinyb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.HexFormat;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The frames of docs/data-format.md §6. The bytes of the golden frame were worked out by hand and its CRC32C by other software. */
class FrameStreamTest {

    /** length 20, type 2, sequence 7, 1 000 000 001 ns, payload 0A0B0C; CRC32C from a bitwise Python loop. */
    private static final String GOLDEN = "00000014" + "02" + "00000007" + "000000003b9aca01" + "0a0b0c" + "cfd0bf75";

    private static Frame read(byte[] bytes) throws IOException {
        return FrameStream.read(new ByteArrayInputStream(bytes)).orElseThrow();
    }

    @Test
    void the_golden_frame() throws IOException {
        Frame frame = new Frame(2, 7, 1_000_000_001L, new byte[] {10, 11, 12});
        assertThat(HexFormat.of().formatHex(FrameStream.encode(frame))).isEqualTo(GOLDEN);
        Frame back = read(HexFormat.of().parseHex(GOLDEN));
        assertThat(back.type()).isEqualTo(2);
        assertThat(back.seq()).isEqualTo(7);
        assertThat(back.hostNanos()).isEqualTo(1_000_000_001L);
        assertThat(back.payload()).containsExactly(10, 11, 12);
    }

    @Property
    void what_is_written_is_read(
            @ForAll byte type, @ForAll int seq, @ForAll long nanos, @ForAll @Size(max = 600) byte[] payload)
            throws IOException {
        Frame back = read(FrameStream.encode(new Frame(type & 0xFF, seq, nanos, payload)));
        assertThat(back.type()).isEqualTo(type & 0xFF);
        assertThat(back.seq()).isEqualTo(seq);
        assertThat(back.hostNanos()).isEqualTo(nanos);
        assertThat(back.payload()).isEqualTo(payload);
    }

    @Property
    void a_changed_bit_is_found(@ForAll @Size(max = 40) byte[] payload, @ForAll int where) {
        byte[] bytes = FrameStream.encode(new Frame(4, 1, 2, payload));
        int bit = Math.floorMod(where, bytes.length * 8);
        bytes[bit / 8] ^= (byte) (1 << (bit % 8));
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(IOException.class);
    }

    @Test
    void a_torn_frame_and_an_absurd_length_are_faults_and_the_end_is_none() throws IOException {
        byte[] whole = FrameStream.encode(new Frame(4, 1, 2, new byte[9]));
        for (int cut = 1; cut < whole.length; cut++) {
            byte[] torn = java.util.Arrays.copyOf(whole, cut);
            assertThatThrownBy(() -> read(torn)).isInstanceOf(EOFException.class);
        }
        byte[] huge = HexFormat.of().parseHex("7fffffff");
        assertThatThrownBy(() -> read(huge)).isInstanceOf(FrameFault.class);
        assertThat(FrameStream.read(new ByteArrayInputStream(new byte[0]))).isEmpty();
    }

    @Test
    void payloads_come_back_and_short_ones_are_faults() throws FrameFault {
        UUID id = UUID.fromString("7e4e1701-1ea6-40c9-9dcc-13d34ffead57");
        byte[] bytes = new PayloadWriter()
                .u8(200)
                .u16(60_000)
                .u32(-2)
                .u64(Long.MIN_VALUE)
                .text("Schön")
                .uuid(id)
                .rest(new byte[] {1, 2})
                .bytes();
        PayloadReader in = new PayloadReader(bytes);
        assertThat(in.u8()).isEqualTo(200);
        assertThat(in.u16()).isEqualTo(60_000);
        assertThat(in.u32()).isEqualTo(-2);
        assertThat(in.u64()).isEqualTo(Long.MIN_VALUE);
        assertThat(in.text()).isEqualTo("Schön");
        assertThat(in.uuid()).isEqualTo(id);
        assertThat(in.rest()).containsExactly(1, 2);
        assertThatThrownBy(() -> new PayloadReader(new byte[3]).u32()).isInstanceOf(FrameFault.class);
        assertThatThrownBy(() -> new PayloadReader(new byte[] {0, 9, 65}).text())
                .isInstanceOf(FrameFault.class);
    }

    @Test
    void kinds_of_frames_have_numbers_of_their_own() {
        for (FrameType type : FrameType.values()) {
            assertThat(FrameType.of(type.code())).contains(type);
        }
        assertThat(FrameType.of(99)).isEmpty();
    }
}
