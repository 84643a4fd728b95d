package org.plinth.web.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.plinth.web.text.Texts;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads the pictures back with the JDK's own parser and measures them. */
class ChartsTest {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private final Charts charts = new Charts(Texts.bundled());

    @Test
    void equal_steps_of_force_are_equal_steps_on_paper_and_zero_is_shown() throws Exception {
        List<Element> circles = filled("strength", SampleSeries.course(), "circle", "#0072b2");
        double[] newtons = {180, 185, 201, 219, 228, 190, 205};
        double perNewton = (y(circles.get(0)) - y(circles.get(4))) / (newtons[4] - newtons[0]);

        assertThat(circles).hasSize(7);
        assertThat(perNewton).isPositive();
        for (int i = 0; i < newtons.length; i++) {
            assertThat(y(circles.get(0)) - y(circles.get(i)))
                    .isCloseTo((newtons[i] - newtons[0]) * perNewton, within(0.1));
        }
        assertThat(texts(svg("strength", SampleSeries.course()))).contains("0", "Force in newtons (N)");
    }

    @Test
    void time_is_real_two_weeks_are_as_wide_on_either_side_of_a_break() throws Exception {
        List<Element> circles = filled("strength", SampleSeries.course(), "circle", "#0072b2");
        double fortnight = x(circles.get(1)) - x(circles.get(0));

        assertThat(x(circles.get(5)) - x(circles.get(4))).isCloseTo(fortnight, within(0.1));
    }

    @Test
    void left_and_right_share_one_scale() throws Exception {
        List<Element> left = filled("strength", SampleSeries.course(), "circle", "#0072b2");
        List<Element> right = filled("strength", SampleSeries.course(), "rect", "#d55e00");
        double perNewton = (y(left.get(0)) - y(left.get(4))) / 48;
        double rightMiddle = Double.parseDouble(right.get(0).getAttribute("y"))
                + Double.parseDouble(right.get(0).getAttribute("height")) / 2;

        assertThat(right).hasSize(6);
        assertThat(y(left.get(0)) - rightMiddle).isCloseTo((262 - 180) * perNewton, within(0.2));
    }

    @Test
    void a_flagged_point_is_hollow() throws Exception {
        Document svg = svg("strength", SampleSeries.course());

        assertThat(fills(svg, "rect", "#ffffff")).isNotEmpty();
        assertThat(filled("strength", SampleSeries.course(), "rect", "#d55e00")).hasSize(6);
    }

    @Test
    void a_break_says_why() throws Exception {
        assertThat(texts(svg("strength", SampleSeries.course()))).contains("other fixation");
    }

    @Test
    void the_symmetry_axis_spans_60_to_120_and_grows() throws Exception {
        assertThat(texts(svg("symmetry", SampleSeries.one())))
                .contains("60", "120")
                .doesNotContain("50");
        assertThat(texts(svg("symmetry", SampleSeries.course()))).contains("50", "120", "Reference line 90 %");
    }

    @Test
    void no_test_is_said_and_not_drawn() throws Exception {
        Document svg = svg("strength", SampleSeries.empty());

        assertThat(texts(svg)).contains("Not measured");
        assertThat(svg.getElementsByTagName("circle").getLength()).isZero();
    }

    @Test
    void nothing_in_a_picture_needs_a_looser_content_policy() {
        for (String kind : charts.kinds()) {
            String svg = charts.svg(kind, SampleSeries.course(), true, true).orElseThrow();

            assertThat(svg).doesNotContain("style=").doesNotContain("<script").doesNotContain("<style");
            assertThat(svg).doesNotContain("http://").hasSizeLessThan(60_000).satisfies(ChartsTest::onlyNamespaces);
        }
    }

    @Test
    void two_charts_on_one_page_share_no_id_and_each_reference_is_its_own() {
        String one = charts.svg("strength", SampleSeries.one(), false, false).orElseThrow();
        String other =
                charts.svg("strength", SampleSeries.course(), false, false).orElseThrow();

        assertThat(ids(one)).isNotEmpty().doesNotContainAnyElementsOf(ids(other));
        Matcher uses = Pattern.compile("(?:url\\(#|href=\"#)([^)\"]+)").matcher(other);
        while (uses.find()) {
            assertThat(ids(other)).contains(uses.group(1));
        }
    }

    @Test
    void a_picture_says_what_it_is() throws Exception {
        Document svg = svg("strength", SampleSeries.one());

        assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("Prone curl, knee 15°: force over time");
        assertThat(svg.getDocumentElement().getAttribute("role")).isEqualTo("img");
    }

    @Test
    void the_same_series_gives_the_same_bytes_and_an_unknown_kind_nothing() {
        String once =
                charts.svg("strength", SampleSeries.course(), false, false).orElseThrow();
        String fresh = new Charts(Texts.bundled())
                .svg("strength", SampleSeries.course(), false, false)
                .orElseThrow();

        assertThat(fresh).isEqualTo(once);
        assertThat(charts.svg("pie", SampleSeries.course(), false, false)).isEmpty();
    }

    private static void onlyNamespaces(String svg) {
        assertThat(Pattern.compile("(src|href)=\"(?!#)").matcher(svg).find()).isFalse();
    }

    private Document svg(String kind, OutcomeSeries series) throws Exception {
        String text = charts.svg(kind, series, false, false).orElseThrow();
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private List<Element> filled(String kind, OutcomeSeries series, String tag, String fill) throws Exception {
        return fills(svg(kind, series), tag, fill);
    }

    /** Marks of that colour: small shapes that are filled, not outlined. */
    private static List<Element> fills(Document svg, String tag, String fill) {
        List<Element> found = new ArrayList<>();
        NodeList all = svg.getElementsByTagName(tag);
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            boolean small = !tag.equals("rect") || Double.parseDouble(element.getAttribute("width")) < 12;
            if (small && fill.equals(inherited(element, "fill"))) {
                found.add(element);
            }
        }
        return found;
    }

    private static String inherited(Element element, String attribute) {
        if (element.hasAttribute(attribute)) {
            return colour(element.getAttribute(attribute));
        }
        return element.getParentNode() instanceof Element parent ? inherited(parent, attribute) : "";
    }

    private static String colour(String value) {
        Matcher rgb = Pattern.compile("rgb\\((\\d+),(\\d+),(\\d+)\\)").matcher(value.replace(" ", ""));
        if (value.equals("white")) {
            return "#ffffff";
        }
        return rgb.matches()
                ? "#%02x%02x%02x"
                        .formatted(
                                Integer.parseInt(rgb.group(1)),
                                Integer.parseInt(rgb.group(2)),
                                Integer.parseInt(rgb.group(3)))
                : value;
    }

    private static double x(Element circle) {
        return Double.parseDouble(circle.getAttribute("cx"));
    }

    private static double y(Element circle) {
        assertThat(NUMBER.matcher(circle.getAttribute("cy")).matches()).isTrue();
        return Double.parseDouble(circle.getAttribute("cy"));
    }

    private static List<String> texts(Document svg) {
        List<String> texts = new ArrayList<>();
        NodeList all = svg.getElementsByTagName("text");
        for (int i = 0; i < all.getLength(); i++) {
            texts.add(all.item(i).getTextContent());
        }
        return texts;
    }

    private static Set<String> ids(String svg) {
        Set<String> ids = new HashSet<>();
        Matcher matcher = Pattern.compile(" id=\"([^\"]+)\"").matcher(svg);
        while (matcher.find()) {
            ids.add(matcher.group(1));
        }
        return ids;
    }
}
