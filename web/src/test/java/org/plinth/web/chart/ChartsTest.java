package org.plinth.web.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.plinth.web.text.Texts;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads the pictures back with the JDK's own parser and measures them. */
class ChartsTest {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final String BLUE = "#0072b2";
    private static final String VERMILION = "#d55e00";
    private static final String PAPER = "#ffffff";

    private final Charts charts = new Charts(Texts.bundled());

    @Test
    void equal_steps_of_force_are_equal_steps_on_paper_and_zero_is_shown() throws Exception {
        List<Mark> left = marks(svg("strength", SampleSeries.course()), BLUE);
        double[] newtons = {180, 185, 201, 219, 228, 190, 205};
        double perNewton = (left.get(0).y() - left.get(4).y()) / (newtons[4] - newtons[0]);

        assertThat(left).hasSize(7);
        assertThat(perNewton).isPositive();
        for (int i = 0; i < newtons.length; i++) {
            assertThat(left.get(0).y() - left.get(i).y()).isCloseTo((newtons[i] - newtons[0]) * perNewton, within(0.1));
        }
        assertThat(texts(svg("strength", SampleSeries.course()))).contains("0", "Force in newtons (N)");
    }

    @Test
    void time_is_real_two_weeks_are_as_wide_on_either_side_of_a_break() throws Exception {
        List<Mark> left = marks(svg("strength", SampleSeries.course()), BLUE);
        double fortnight = left.get(1).x() - left.get(0).x();

        assertThat(left.get(5).x() - left.get(4).x()).isCloseTo(fortnight, within(0.1));
    }

    @Test
    void left_and_right_share_one_scale() throws Exception {
        Document svg = svg("strength", SampleSeries.course());
        List<Mark> left = marks(svg, BLUE);
        double perNewton = (left.get(0).y() - left.get(4).y()) / 48;

        assertThat(left.get(0).y() - marks(svg, VERMILION).get(0).y()).isCloseTo((262 - 180) * perNewton, within(0.2));
    }

    @Test
    void a_flagged_point_is_hollow_and_the_others_are_filled() throws Exception {
        Document svg = svg("strength", SampleSeries.course());

        assertThat(marks(svg, VERMILION)).hasSize(6);
        assertThat(marks(svg, PAPER)).hasSize(1);
    }

    @Test
    void no_line_is_drawn_across_a_break() throws Exception {
        Document svg = svg("strength", SampleSeries.course());
        List<Mark> left = marks(svg, BLUE);
        NodeList lines = svg.getElementsByTagName("line");
        for (int i = 0; i < lines.getLength(); i++) {
            Element line = (Element) lines.item(i);
            if (BLUE.equals(inherited(line, "stroke"))) {
                double from = Double.parseDouble(line.getAttribute("x1"));
                double to = Double.parseDouble(line.getAttribute("x2"));
                assertThat(Math.min(from, to) < left.get(4).x() + 0.1
                                && Math.max(from, to) > left.get(5).x() - 0.1)
                        .isFalse();
            }
        }
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
        assertThat(marks(svg, BLUE)).isEmpty();
        assertThat(marks(svg, VERMILION)).isEmpty();
    }

    @Test
    void nothing_in_a_picture_needs_a_looser_content_policy() {
        for (String kind : charts.kinds()) {
            String svg = charts.svg(kind, SampleSeries.course(), true, true).orElseThrow();

            assertThat(svg).doesNotContain(" style=").doesNotContain("<script").doesNotContain("<style");
            assertThat(svg).hasSizeLessThan(60_000).satisfies(ChartsTest::fetchesNothing);
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

    private static void fetchesNothing(String svg) {
        assertThat(Pattern.compile("(src|href)=\"(?!#)").matcher(svg).find()).isFalse();
    }

    private Document svg(String kind, OutcomeSeries series) throws Exception {
        String text = charts.svg(kind, series, false, false).orElseThrow();
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The middle of a point. */
    private record Mark(double x, double y) {}

    /** Points filled with that colour, by time: small closed shapes, whose middle is that of their box. */
    private static List<Mark> marks(Document svg, String fill) {
        List<Mark> found = new ArrayList<>();
        NodeList all = svg.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (fill.equals(inherited(element, "fill"))) {
                box(element)
                        .filter(box -> box[2] < 13 && box[3] < 13)
                        .ifPresent(box -> found.add(new Mark(box[0] + box[2] / 2, box[1] + box[3] / 2)));
            }
        }
        found.sort(Comparator.comparingDouble(Mark::x));
        return found;
    }

    /** x, y, width and height of a path or rectangle. */
    private static Optional<double[]> box(Element element) {
        if (element.getTagName().equals("rect")) {
            return Optional.of(Stream.of("x", "y", "width", "height")
                    .mapToDouble(name -> Double.parseDouble(element.getAttribute(name)))
                    .toArray());
        }
        if (!element.getTagName().equals("path")) {
            return Optional.empty();
        }
        double[] low = {Double.MAX_VALUE, Double.MAX_VALUE};
        double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE};
        Matcher numbers = NUMBER.matcher(element.getAttribute("d"));
        for (int i = 0; numbers.find(); i = 1 - i) {
            double value = Double.parseDouble(numbers.group());
            low[i] = Math.min(low[i], value);
            high[i] = Math.max(high[i], value);
        }
        return Optional.of(new double[] {low[0], low[1], high[0] - low[0], high[1] - low[1]});
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
