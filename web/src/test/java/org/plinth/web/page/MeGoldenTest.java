package org.plinth.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.visit.Involvement;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Linked;
import org.plinth.web.words.Numbers;

/**
 * What a patient reads of each kind of course, word by word, as it was reviewed. The limit above two baseline visits of 220 N with an
 * error of 5 % is 220 · (e^(1.96 · √(1 + 1/2) · 0.05) - 1) = 28.06 N (decisions M12, M13).
 */
class MeGoldenTest {

    private static final String GOLDEN = "me-golden.txt";

    private static Map<String, MeKit> cases() {
        Map<String, MeKit> cases = new LinkedHashMap<>();
        cases.put("one visit", new MeKit(Involvement.LEFT).tested(0, 200, 250));
        cases.put(
                "stronger",
                new MeKit(Involvement.LEFT)
                        .tested(0, 220, 270)
                        .tested(7, 220, 270)
                        .tested(49, 262, 272)
                        .tested(77, 265, 271));
        cases.put(
                "possibly weaker",
                new MeKit(Involvement.LEFT)
                        .tested(0, 220, 250)
                        .tested(7, 220, 250)
                        .tested(49, 180, 250));
        cases.put(
                "within noise",
                new MeKit(Involvement.RIGHT)
                        .tested(0, 250, 220)
                        .tested(7, 250, 220)
                        .tested(49, 255, 230));
        cases.put(
                "possible, 1 N above the limit",
                new MeKit(Involvement.LEFT)
                        .tested(0, 220, 270)
                        .tested(7, 220, 270)
                        .tested(49, 249.1, 270));
        cases.put(
                "within, 1 N below the limit",
                new MeKit(Involvement.LEFT)
                        .tested(0, 220, 270)
                        .tested(7, 220, 270)
                        .tested(49, 247.1, 270));
        cases.put(
                "both legs injured",
                new MeKit(Involvement.BILATERAL)
                        .tested(0, 180, 190)
                        .tested(7, 180, 190)
                        .tested(49, 185, 192));
        MeKit pain = new MeKit(Involvement.LEFT).tested(0, 220, 270).tested(7, 220, 270);
        pain.flags = Set.of(ResultFlag.PAIN_LIMITED);
        cases.put("limited by pain", pain.tested(49, 150, 270));
        MeKit doubt = new MeKit(Involvement.LEFT).tested(0, 220, 270).tested(7, 220, 270);
        doubt.flags = Set.of(ResultFlag.CALIBRATION_SUSPECT);
        cases.put("not judged", doubt.tested(49, 260, 270));
        return cases;
    }

    @Test
    void what_she_reads_is_what_was_reviewed() throws IOException {
        String read = cases().entrySet().stream()
                .map(one -> "# " + one.getKey() + "\n" + read(one.getValue()))
                .collect(Collectors.joining("\n"));

        try (InputStream golden = MeGoldenTest.class.getResourceAsStream(GOLDEN)) {
            String reviewed = golden == null ? "" : new String(golden.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(read).isEqualTo(reviewed);
        }
    }

    private static String read(MeKit kit) {
        Numbers numbers = new Numbers(ForceUnit.NEWTON, ZoneId.of("Europe/London"));
        return new MePositions(Texts.bundled(), numbers)
                .of(kit.courses()).stream().map(MeGoldenTest::read).collect(Collectors.joining());
    }

    private static String read(MeView.Position position) {
        StringBuilder said = new StringBuilder(position.name()).append('\n');
        position.symmetry().ifPresent(sentence -> said.append(text(sentence))
                .append("\nHow sure: ")
                .append(text(position.sure()))
                .append('\n'));
        position.sides().forEach(side -> said.append(side.name())
                .append(": ")
                .append(side.sentences().stream().map(MeGoldenTest::text).collect(Collectors.joining(" ")))
                .append('\n'));
        return said.toString();
    }

    private static String text(Linked sentence) {
        List<Linked.Bit> bits = sentence.bits();
        return bits.stream().map(Linked.Bit::text).collect(Collectors.joining());
    }
}
