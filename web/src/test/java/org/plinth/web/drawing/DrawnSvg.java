package org.plinth.web.drawing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.plinth.core.position.TestPosition;
import org.plinth.core.visit.Side;
import org.plinth.web.drawing.PositionDrawings.Role;
import org.plinth.web.drawing.PositionDrawings.View;
import org.plinth.web.drawing.PositionDrawings.Wanted;
import org.plinth.web.text.Texts;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A drawing, read back with the JDK's own parser. */
record DrawnSvg(String text, Document document) {

    private static final PositionDrawings DRAWINGS = new PositionDrawings(Texts.bundled());
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    static DrawnSvg of(TestPosition position, View view, Side side) {
        return of(position, new Wanted(view, side, Role.NONE, Palette.LIGHT));
    }

    static DrawnSvg of(TestPosition position, Wanted wanted) {
        String text = DRAWINGS.svg(position, wanted).orElseThrow();
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new DrawnSvg(
                    text,
                    factory.newDocumentBuilder()
                            .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("not well-formed: " + text, e);
        }
    }

    List<Element> elements(String name) {
        NodeList found = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    List<Element> ofClass(String wanted) {
        return elements("path").stream()
                .filter(path -> List.of(path.getAttribute("class").split(" ")).contains(wanted))
                .toList();
    }

    /** All points of these paths, control points too. */
    static List<Vec> points(List<Element> paths) {
        List<Vec> points = new ArrayList<>();
        for (Element path : paths) {
            Matcher number = NUMBER.matcher(path.getAttribute("d"));
            while (number.find()) {
                double x = Double.parseDouble(number.group());
                number.find();
                points.add(new Vec(x, Double.parseDouble(number.group())));
            }
        }
        return points;
    }

    List<Vec> points(String wanted) {
        return points(ofClass(wanted));
    }

    /** The middle of all points of a class, from left to right. */
    double middleX(String wanted) {
        return points(wanted).stream().mapToDouble(Vec::x).average().orElseThrow();
    }

    double middleY(String wanted) {
        return points(wanted).stream().mapToDouble(Vec::y).average().orElseThrow();
    }

    /** The place of the words. */
    Vec words(String wanted) {
        return elements("tspan").stream()
                .filter(span -> span.getTextContent().equals(wanted))
                .map(span ->
                        new Vec(Double.parseDouble(span.getAttribute("x")), Double.parseDouble(span.getAttribute("y"))))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no words " + wanted + " in " + text));
    }

    boolean says(String wanted) {
        return elements("tspan").stream().anyMatch(span -> span.getTextContent().equals(wanted));
    }
}
