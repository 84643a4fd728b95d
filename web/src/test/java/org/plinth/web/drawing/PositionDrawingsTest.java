package org.plinth.web.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.position.TestPosition;
import org.plinth.core.visit.Side;
import org.plinth.web.drawing.PositionDrawings.Role;
import org.plinth.web.drawing.PositionDrawings.View;
import org.plinth.web.drawing.PositionDrawings.Wanted;
import org.w3c.dom.Element;

/** Reads every drawing back and measures it. */
class PositionDrawingsTest {

    private static final PositionCatalogue CATALOGUE = PositionCatalogue.bundled();
    private static final String BLUE = "#0072b2";
    private static final String VERMILION = "#d55e00";

    static Stream<TestPosition> positions() {
        return CATALOGUE.all().stream();
    }

    static Stream<Wanted> everyWay() {
        return Stream.of(View.values()).flatMap(view -> Stream.of(Side.values())
                .flatMap(side -> Stream.of(Role.values()).flatMap(role -> Stream.of(Palette.values())
                        .map(palette -> new Wanted(view, side, role, palette)))));
    }

    @ParameterizedTest
    @MethodSource("positions")
    void every_drawing_is_sound_and_stays_inside_its_frame(TestPosition position) {
        everyWay().forEach(wanted -> {
            DrawnSvg drawn = DrawnSvg.of(position, wanted);
            String[] frame = drawn.document()
                    .getDocumentElement()
                    .getAttribute("viewBox")
                    .split(" ");
            double width = Double.parseDouble(frame[2]);
            double height = Double.parseDouble(frame[3]);

            assertThat(drawn.text()).doesNotContain("style=", "NaN", "Infinity", "<script", "href");
            List<Vec> points = DrawnSvg.points(drawn.elements("path"));
            assertThat(points).hasSizeGreaterThan(100);
            assertThat(points.stream().mapToDouble(Vec::x).min().orElseThrow()).isNotNegative();
            assertThat(points.stream().mapToDouble(Vec::y).min().orElseThrow()).isNotNegative();
            assertThat(points.stream().mapToDouble(Vec::x).max().orElseThrow()).isLessThanOrEqualTo(width);
            assertThat(points.stream().mapToDouble(Vec::y).max().orElseThrow()).isLessThanOrEqualTo(height);
            assertThat(drawn.elements("text")).isNotEmpty().allSatisfy(text -> inside(text, width, height));
        });
    }

    private static void inside(Element text, double width, double height) {
        for (int i = 0; i < text.getChildNodes().getLength(); i++) {
            Element span = (Element) text.getChildNodes().item(i);
            double wide = span.getTextContent().length() * 15 * 0.56;
            double x = Double.parseDouble(span.getAttribute("x"));
            double left =
                    switch (text.getAttribute("text-anchor")) {
                        case "middle" -> x - wide / 2;
                        case "end" -> x - wide;
                        default -> x;
                    };
            assertThat(left).as(span.getTextContent()).isBetween(0.0, width - wide);
            assertThat(Double.parseDouble(span.getAttribute("y"))).isBetween(12.0, height - 4);
        }
    }

    @ParameterizedTest
    @MethodSource("positions")
    void every_drawing_says_in_words_what_it_shows(TestPosition position) {
        everyWay().forEach(wanted -> {
            DrawnSvg drawn = DrawnSvg.of(position, wanted);
            Element title = drawn.elements("title").get(0);
            Element desc = drawn.elements("desc").get(0);
            Element root = drawn.document().getDocumentElement();

            assertThat(root.getAttribute("role")).isEqualTo("img");
            assertThat(root.getAttribute("aria-labelledby"))
                    .isEqualTo(title.getAttribute("id") + " " + desc.getAttribute("id"));
            assertThat(title.getTextContent()).startsWith(position.name() + ": ");
            if (!position.bilateral()) {
                String side = wanted.side() == Side.LEFT ? "Left" : "Right";
                assertThat(title.getTextContent()).contains(": " + side);
                assertThat(desc.getTextContent()).contains(side + " leg under test");
                assertThat(title.getTextContent().contains("the injured leg")).isEqualTo(wanted.role() == Role.INJURED);
            }
            position.placement().kneeDegrees().ifPresent(knee -> assertThat(desc.getTextContent())
                    .contains("knee " + knee + "°"));
            assertThat(desc.getTextContent())
                    .contains(position.placement().site().equals("none") ? "No force sensor" : "Sensor: ");
        });
    }

    @Test
    void ids_differ_between_drawings_so_that_several_can_stand_in_one_page() {
        List<String> ids = CATALOGUE.all().stream()
                .flatMap(position -> Stream.of(View.values())
                        .flatMap(view -> Stream.of(Side.values()).map(side -> DrawnSvg.of(position, view, side))))
                .flatMap(drawn -> Stream.concat(drawn.elements("title").stream(), drawn.elements("desc").stream()))
                .map(element -> element.getAttribute("id"))
                .toList();

        assertThat(ids).hasSize(35 * 2 * 2 * 2).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("positions")
    void the_leg_under_test_is_the_one_asked_for_filled_in_the_colour_of_its_side_and_named(TestPosition position) {
        for (View view : View.values()) {
            for (Side side : Side.values()) {
                DrawnSvg drawn = DrawnSvg.of(position, view, side);
                List<Element> tested = drawn.ofClass("tested");
                String own = side == Side.LEFT ? "leg-left" : "leg-right";
                String colour = side == Side.LEFT ? BLUE : VERMILION;

                assertThat(drawn.ofClass(own))
                        .isNotEmpty()
                        .allMatch(tested::contains)
                        .allMatch(leg -> leg.getAttribute("fill").equals(colour));
                if (!position.bilateral()) {
                    assertThat(tested).allMatch(leg -> leg.getAttribute("class").contains(own));
                }
                assertThat(drawn.says(side == Side.LEFT ? "Left" : "Right")).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("positions")
    void the_drawn_knee_and_hip_are_those_of_the_position(TestPosition position) {
        for (Side side : Side.values()) {
            DrawnSvg drawn = DrawnSvg.of(position, View.SIDE, side);
            List<Vec> leg = drawn.points("axis-leg");
            List<Vec> trunk = drawn.points("axis-trunk");
            Vec thigh = leg.get(1).minus(leg.get(0));
            Vec shank = leg.get(2).minus(leg.get(1));
            Vec down = trunk.get(1).minus(trunk.get(0));

            OptionalInt knee = position.placement().kneeDegrees();
            OptionalInt hip = position.placement().hipDegrees();
            knee.ifPresent(degrees -> assertThat(degreesBetween(thigh, shank)).isCloseTo(degrees, within(0.5)));
            hip.ifPresent(degrees -> assertThat(degreesBetween(down, thigh)).isCloseTo(degrees, within(0.5)));
            knee.ifPresent(
                    degrees -> assertThat(drawn.says("knee " + degrees + "°")).isTrue());
            hip.ifPresent(
                    degrees -> assertThat(drawn.says("hip " + degrees + "°")).isTrue());
            boolean machine = position.body().equals("machine");
            assertThat(drawn.elements("tspan").stream()
                            .anyMatch(span -> span.getTextContent().contains("°")))
                    .isEqualTo(!machine);
        }
    }

    /** Knees bend backward and hips forward, so the two turns go opposite ways. */
    @ParameterizedTest
    @ValueSource(strings = {"curl-heel-dig-20", "bridge-iso-30", "bridge-iso-90", "knee-ext-60", "curl-outer-90-20"})
    void a_bent_knee_turns_the_other_way_than_a_bent_hip(String id) {
        List<Vec> leg = drawn(id, View.SIDE, Side.LEFT).points("axis-leg");
        List<Vec> trunk = drawn(id, View.SIDE, Side.LEFT).points("axis-trunk");
        Vec thigh = leg.get(1).minus(leg.get(0));
        Vec shank = leg.get(2).minus(leg.get(1));
        Vec down = trunk.get(1).minus(trunk.get(0));

        assertThat(Math.signum(down.cross(thigh))).isEqualTo(-Math.signum(thigh.cross(shank)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"curl-prone-15", "curl-prone-30", "curl-prone-90", "curl-prone-15-break"})
    void face_down_a_bent_knee_lifts_the_heel_off_the_couch(String id) {
        List<Vec> leg = drawn(id, View.SIDE, Side.RIGHT).points("axis-leg");

        assertThat(leg.get(2).y()).as("ankle, y down").isLessThan(leg.get(1).y() - 10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"curl-prone-0", "curl-prone-15", "curl-prone-90", "hip-ext-prone-0", "hip-ext-90"})
    void from_the_foot_end_a_patient_face_down_has_the_left_leg_on_the_viewers_left_for_both_face_the_same_way(
            String id) {
        for (Side side : Side.values()) {
            DrawnSvg drawn = drawn(id, View.FOOT_END, side);
            assertThat(drawn.middleX("leg-left")).isLessThan(drawn.middleX("leg-right") - 10);
            assertThat(drawn.words("Left").x()).isLessThan(drawn.words("Right").x());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"curl-heel-dig-20", "bridge-iso-30", "bridge-force-sl-short", "hip-abd-long", "hip-add-long"})
    void from_the_foot_end_a_patient_face_up_has_the_left_leg_on_the_viewers_right_for_they_face_each_other(String id) {
        for (Side side : Side.values()) {
            DrawnSvg drawn = drawn(id, View.FOOT_END, side);
            assertThat(drawn.middleX("leg-left")).isGreaterThan(drawn.middleX("leg-right") + 10);
            assertThat(drawn.words("Left").x())
                    .isGreaterThan(drawn.words("Right").x());
        }
    }

    @Test
    void who_sits_is_seen_from_the_front_with_left_on_the_viewers_right_and_who_stands_or_kneels_from_behind() {
        for (String id : List.of("knee-ext-90", "curl-seated-90-90", "ankle-pf-seated", "isok-knee-flex")) {
            DrawnSvg drawn = drawn(id, View.FOOT_END, Side.LEFT);
            assertThat(drawn.middleX("leg-left")).as(id).isGreaterThan(drawn.middleX("leg-right") + 10);
            assertThat(drawn.ofClass("face")).as(id).isNotEmpty();
        }
        for (String id : List.of("curl-standing-45", "nordic-ecc")) {
            DrawnSvg drawn = drawn(id, View.FOOT_END, Side.LEFT);
            assertThat(drawn.middleX("leg-left")).as(id).isLessThan(drawn.middleX("leg-right") - 10);
            assertThat(drawn.ofClass("face")).as(id).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("positions")
    void from_the_foot_end_the_head_is_at_the_top(TestPosition position) {
        DrawnSvg drawn = DrawnSvg.of(position, View.FOOT_END, Side.LEFT);

        assertThat(drawn.middleY("head"))
                .isLessThan(drawn.middleY("trunk"))
                .isLessThan(drawn.middleY("leg-left"))
                .isLessThan(drawn.middleY("leg-right"));
    }

    /** Who stands at the left of somebody lying face down looks from the left edge: the head is on their left. */
    @Test
    void the_side_view_is_seen_from_the_side_under_test_so_the_two_sides_mirror_each_other() {
        assertThat(headIsLeft("curl-prone-15", Side.LEFT)).isTrue();
        assertThat(headIsLeft("curl-prone-15", Side.RIGHT)).isFalse();
        assertThat(headIsLeft("bridge-iso-30", Side.LEFT)).isFalse();
        assertThat(headIsLeft("bridge-iso-30", Side.RIGHT)).isTrue();
    }

    private static boolean headIsLeft(String id, Side side) {
        DrawnSvg drawn = drawn(id, View.SIDE, side);
        return drawn.middleX("head") < drawn.middleX("leg-" + (side == Side.LEFT ? "left" : "right"));
    }

    @ParameterizedTest
    @MethodSource("positions")
    void no_knee_and_no_foot_goes_through_couch_seat_or_floor(TestPosition position) {
        Posture body = PostureSolver.of(position, position.drawing().orElseThrow());
        SideFurniture furniture = new SideFurniture(body, position.drawing().orElseThrow(), Camera.beside(1));
        boolean couch = position.body().equals("prone") || position.body().equals("supine");
        double sinks = Proportions.share(0.012);
        for (Leg leg : List.of(body.tested(), body.other())) {
            assertThat(leg.lowest()).as("foot over the floor").isGreaterThan(-sinks);
            assertThat(leg.knee().y() - Proportions.share(0.0345))
                    .as("knee over the floor")
                    .isGreaterThan(-sinks);
            if (couch) {
                Stream.concat(leg.foot().stream(), Stream.of(leg.knee().plus(new Vec(0, -Proportions.share(0.0345)))))
                        .filter(point -> point.x() > furniture.footEnd())
                        .forEach(point -> assertThat(point.y()).isGreaterThan(body.surface() - sinks));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("positions")
    void a_sensor_is_drawn_where_there_is_one_and_nowhere_else(TestPosition position) {
        boolean sensor = !position.placement().site().equals("none");
        for (View view : View.values()) {
            DrawnSvg drawn = DrawnSvg.of(position, view, Side.LEFT);
            assertThat(drawn.ofClass("sensor").isEmpty()).isEqualTo(!sensor);
            assertThat(drawn.ofClass("force").isEmpty()).isEqualTo(!sensor);
        }
    }

    @Test
    void the_page_palette_names_the_pages_own_colours_and_no_other() {
        String text = DrawnSvg.of(position("curl-prone-15"), new Wanted(View.SIDE, Side.LEFT, Role.NONE, Palette.PAGE))
                .text();

        assertThat(text).contains("fill=\"var(--left)\"").doesNotContain("fill=\"#", "stroke=\"#");
    }

    @ParameterizedTest
    @ValueSource(strings = {"curl-prone-15", "bridge-iso-30", "knee-ext-90"})
    void the_drawings_of_three_positions_are_those_that_were_looked_at(String id) throws IOException {
        for (View view : View.values()) {
            String name = id + "-left-" + view.id() + ".svg";
            String drawn = DrawnSvg.of(position(id), view, Side.LEFT).text();
            try (InputStream in = PositionDrawingsTest.class.getResourceAsStream("/golden/drawing/" + name)) {
                assertThat(drawn)
                        .as("golden/drawing/%s; look at the new one before it replaces the old", name)
                        .isEqualTo(new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    private static double degreesBetween(Vec a, Vec b) {
        return Math.toDegrees(Math.abs(Math.atan2(a.cross(b), a.dot(b))));
    }

    private static DrawnSvg drawn(String id, View view, Side side) {
        return DrawnSvg.of(position(id), view, side);
    }

    private static TestPosition position(String id) {
        return CATALOGUE.find(id).orElseThrow();
    }
}
