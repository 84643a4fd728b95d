package org.plinth.web.recordingfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.text.Texts;

/** Whatever the bytes, a file gives a recording or a problem in words; the seed is named when it does neither. */
@Tag("slow")
class RecordingFileFuzzTest {

    private static final int FILES = 5_000;
    private static final String ODD = "\0\n\r\t ;,.\"#-+eNa(_)[]/=\ufeff\u00b5\u00e9\u00a0\u001a\u20ac0123456789";
    private static final String[] SOUND = {
        "time_s,force_N\n0,1.5\n0.0125,2.5\n0.025,-3\n0.0375,\n0.05,NaN\n",
        "sep=;\n# note\nt (ms);Kraft (kgf);x\n0;1,5;\n12,5;2,5;a\n25;-3;\n\n",
        "device_us\thost_ms\tforce_lbf\n0\t0\t1e1\n12500\t9\t2.5\n12500\t9\t2.5\n",
    };

    private final Texts texts = Texts.bundled();

    @Test
    void mutated_files_end_in_a_recording_or_in_words() {
        for (int seed = 0; seed < FILES; seed++) {
            byte[] bytes = mutated(new Random(seed));
            assertThat(ends(bytes)).as("seed %d", seed).isTrue();
        }
    }

    private boolean ends(byte[] bytes) {
        try {
            Recording recording = RecordingFile.read(new ByteArrayInputStream(bytes), "left.csv", ReadOptions.none());
            return recording.trace().size() > 0;
        } catch (RecordingFileException e) {
            return e.problem().describe(texts).startsWith("left.csv, line ");
        }
    }

    private static byte[] mutated(Random random) {
        StringBuilder text = new StringBuilder(SOUND[random.nextInt(SOUND.length)]);
        for (int i = random.nextInt(6); i >= 0 && text.length() > 1; i--) {
            int at = random.nextInt(text.length());
            char odd = ODD.charAt(random.nextInt(ODD.length()));
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(at, odd);
                case 1 -> text.insert(at, odd);
                case 2 -> text.deleteCharAt(at);
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 9)));
            }
        }
        byte[] bytes =
                text.toString().getBytes(random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        return random.nextInt(10) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }
}
