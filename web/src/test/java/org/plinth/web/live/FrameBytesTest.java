package org.plinth.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plinth.core.visit.Side;
import org.plinth.web.capture.LiveFrame;
import org.plinth.web.capture.LiveFrame.Bucket;
import org.plinth.web.capture.LiveFrame.Flag;

class FrameBytesTest {

    @Test
    void a_frame_has_the_bytes_of_the_format() throws IOException {
        LiveFrame frame = new LiveFrame(
                Side.RIGHT,
                Set.of(Flag.OVER_RANGE, Flag.UNCALIBRATED),
                12_345_678,
                OptionalDouble.of(221.5),
                OptionalDouble.of(230.25),
                List.of(new Bucket(12_330_000, 199.75, 210.5), new Bucket(12_340_000, -1.25, 221.5)));

        assertThat(hex(FrameBytes.of(frame, 41, 7))).isEqualTo(golden("force-right.hex"));
    }

    @Test
    void before_the_first_sample_the_force_is_not_a_number() throws IOException {
        LiveFrame frame = new LiveFrame(
                Side.LEFT, Set.of(Flag.SIGNAL_LOST), 0, OptionalDouble.empty(), OptionalDouble.empty(), List.of());

        assertThat(hex(FrameBytes.of(frame, 0, 0))).isEqualTo(golden("force-before-first-sample.hex"));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = FrameBytesTest.class.getResourceAsStream("/golden/live/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
        }
    }
}
