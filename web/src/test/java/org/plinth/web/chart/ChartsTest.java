package org.plinth.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.core.visit.Side;
import org.plinth.web.text.Texts;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

final class ChartsTest {

    private final Charts charts = new Charts(Texts.bundled());

    @Test
    void a_strict_content_policy_finds_nothing_to_block() throws Exception {
        for (String kind : charts.kinds()) {
            Document svg = parsed(kind, series(3), false);
            assertThat(all(svg)).allSatisfy(element -> {
                assertThat(element.hasAttribute("style")).isFalse();
                assertThat(element.getLocalName()).isNotIn("style", "script", "foreignObject");
            });
        }
    }

    @Test
    void ids_of_two_charts_never_meet() throws Exception {
        Set<String> strength = ids(parsed("strength", series(3), false));
        Set<String> symmetry = ids(parsed("symmetry", series(3), false));
        assertThat(strength).isNotEmpty().doesNotContainAnyElementsOf(symmetry);
    }

    @Test
    void a_chart_says_what_it_shows_and_its_unit() throws Exception {
        Document svg = parsed("strength", series(3), false);
        Element root = svg.getDocumentElement();
        assertThat(root.getElementsByTagNameNS("*", "title").item(0).getTextContent())
                .isEqualTo("Prone curl: force over time");
        assertThat(root.getElementsByTagNameNS("*", "desc").item(0).getTextContent())
                .isEqualTo("What it shows.");
        assertThat(root.getTextContent()).contains("newtons (N)", "Left, the injured leg", "Right, the uninjured leg");
    }

    @Test
    void one_visit_and_none_are_drawn_too() {
        for (int visits = 0; visits < 2; visits++) {
            assertThat(charts.svg("strength", series(visits), false, true)).isPresent();
            assertThat(charts.svg("symmetry", series(visits), true, false)).isPresent();
        }
    }

    @Test
    void the_same_data_give_the_same_bytes_and_the_theme_another_picture() {
        String light = charts.svg("strength", series(4), false, false).orElseThrow();
        assertThat(new Charts(Texts.bundled()).svg("strength", series(4), false, false))
                .contains(light);
        assertThat(charts.svg("strength", series(4), true, false)).isPresent().isNotEqualTo(Optional.of(light));
    }

    @Test
    void there_is_no_other_kind() {
        assertThat(charts.svg("gauge", series(1), false, false)).isEmpty();
    }

    private Document parsed(String kind, OutcomeSeries series, boolean dark) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        String svg = charts.svg(kind, series, dark, false).orElseThrow();
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> all(Document svg) {
        NodeList found = svg.getElementsByTagNameNS("*", "*");
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static Set<String> ids(Document svg) {
        Set<String> ids = new HashSet<>();
        all(svg).stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .forEach(ids::add);
        return ids;
    }

    private static OutcomeSeries series(int visits) {
        return new OutcomeSeries(
                "Prone curl: force over time",
                "What it shows.",
                ForceUnit.NEWTON,
                List.of(
                        panel(Side.LEFT, "Left, the injured leg", 180, visits),
                        panel(Side.RIGHT, "Right, the uninjured leg", 260, visits)),
                IntStream.range(0, visits)
                        .mapToObj(i -> new OutcomeSeries.SymmetryPoint(
                                day(i), 70 + 5 * i, Optional.of(new OutcomeSeries.Bars(62, 80, 58, 86)), i == 1))
                        .toList(),
                OptionalDouble.of(90));
    }

    private static OutcomeSeries.Panel panel(Side side, String label, double newtons, int visits) {
        List<OutcomeSeries.Point> points = IntStream.range(0, visits)
                .mapToObj(i -> new OutcomeSeries.Point(day(i), newtons + 12 * i, i == 1))
                .toList();
        return new OutcomeSeries.Panel(
                side,
                label,
                points.isEmpty()
                        ? List.of()
                        : List.of(new OutcomeSeries.Segment(
                                Optional.empty(),
                                Optional.of(new OutcomeSeries.Band(newtons, newtons * 0.87, newtons * 1.15)),
                                points)));
    }

    private static LocalDate day(int visit) {
        return LocalDate.of(2026, 1, 5).plusWeeks(3L * visit);
    }
}
