package org.plinth.core.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plinth.core.position.DrawingPlan.Anchor;
import org.plinth.core.position.DrawingPlan.Belt;
import org.plinth.core.position.TestPosition.Direction;

class DrawingPlanTest {

    private static List<String> ids() {
        return PositionFile.index("positions.index");
    }

    @ParameterizedTest
    @MethodSource("ids")
    void every_position_has_a_drawing_that_agrees_with_its_text(String id) {
        TestPosition position = PositionCatalogue.bundled().find(id).orElseThrow();
        DrawingPlan plan = position.drawing().orElseThrow();

        assertThat(plan.face().isPresent())
                .isEqualTo(!position.placement().site().equals("none"));
        plan.load().ifPresent(load -> assertThat(position.directions()).contains(load));
        String held = position.placement().stabilisation();
        assertThat(plan.belts().contains(Belt.SACRUM)).isEqualTo(held.contains("sacrum"));
        assertThat(plan.arms() == DrawingPlan.Arms.GRIP_COUCH).isEqualTo(held.contains("grip the couch"));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void every_key_must_be_there(String id) throws IOException {
        String good = read(id);
        List<String> keys = good.lines()
                .filter(line -> line.startsWith("drawing."))
                .map(line -> line.substring(0, line.indexOf('=')).strip())
                .toList();

        assertThat(keys).hasSize(15);
        for (String key : keys) {
            assertUnusable(good.replaceFirst("(?m)^" + key.replace(".", "\\.") + " =.*$", ""), key + " is missing");
        }
    }

    @Test
    void a_file_without_a_drawing_is_a_position_without_one() throws IOException {
        String bare = read("curl-prone-15").replaceAll("(?m)^drawing\\..*$", "");

        assertThat(position(bare).drawing()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "support = floor | support does not carry a body that is prone",
                "support = cloud | support must be one of",
                "pelvisLifted = yes | pelvisLifted is for a body that is supine",
                "heelHeight.cm = 20 | heelHeight.cm is given where the pelvis is lifted, and only there",
                "face = | face is given where the position has a sensor site, and only there",
                "anchor = | anchor is given where the position has a sensor site, and only there",
                "effort = | effort is given where the position has a sensor site, and only there",
                "load = | load is given where the position has directions, and only there",
                "load = TWIST | load must be one of",
                "otherHip.degrees = | otherHip.degrees is given where one leg works alone, and only there",
                "otherKnee.degrees = | otherKnee.degrees and drawing.otherHip.degrees stand together or not at all",
                "machineHip.degrees = 5 | machineHip.degrees is given where the position itself has no such angle",
                "machineKnee.degrees = 5 | machineKnee.degrees is given where the position itself has no such angle",
                "belts = sacrum, rope | belts must be one of",
            })
    void what_contradicts_the_rest_of_the_file_is_refused(String change) throws IOException {
        String[] parts = change.split("\\|");
        String line = parts[0].strip();
        String key = line.substring(0, line.indexOf('=')).strip();
        String bad = read("curl-prone-15")
                .replaceFirst("(?m)^drawing\\." + key.replace(".", "\\.") + " =.*$", "drawing." + line);

        assertUnusable(bad, "drawing." + parts[1].strip());
    }

    @Test
    void a_load_must_be_among_the_directions() throws IOException {
        assertUnusable(
                read("hip-ext-prone-0").replace("drawing.load = PUSH", "drawing.load = PULL"),
                "drawing.load is not one of the directions [PUSH]");
    }

    @Test
    void the_baseline_curl_is_drawn_as_a_sensor_that_is_pulled_at() {
        DrawingPlan plan = PositionCatalogue.bundled()
                .find("curl-prone-15")
                .flatMap(TestPosition::drawing)
                .orElseThrow();

        assertThat(plan.load()).contains(Direction.PULL);
        assertThat(plan.anchor()).contains(Anchor.FLOOR);
        assertThat(plan.belts()).containsExactly(Belt.SACRUM, Belt.THIGH);
    }

    private static void assertUnusable(String text, String why) {
        assertThatIllegalStateException()
                .isThrownBy(() -> position(text))
                .withMessageStartingWith("bad.properties: " + why);
    }

    private static TestPosition position(String text) throws IOException {
        return PositionReader.read(PositionFile.of("bad.properties", new StringReader(text)));
    }

    private static String read(String id) throws IOException {
        try (InputStream in = DrawingPlanTest.class.getResourceAsStream(id + ".properties")) {
            return new String(Objects.requireNonNull(in, id).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
