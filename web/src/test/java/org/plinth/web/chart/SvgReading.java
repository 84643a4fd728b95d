package org.plinth.web.chart;

import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A picture read back with the JDK's own parser. */
final class SvgReading {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private final Document document;

    SvgReading(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    /** Level words and the paper they take. */
    record Words(String text, Rectangle2D box) {}

    String of(String tag) {
        return document.getElementsByTagName(tag).item(0).getTextContent();
    }

    String root(String attribute) {
        return document.getDocumentElement().getAttribute(attribute);
    }

    List<String> texts() {
        return elements("text").stream().map(Element::getTextContent).toList();
    }

    /** All words that are not turned, measured in the face they are drawn in. */
    List<Words> words() {
        Faces faces = Faces.bundled();
        List<Words> words = new ArrayList<>();
        for (Element text : elements("text")) {
            if (inherited(text, "transform").isEmpty()) {
                float size = Float.parseFloat(inherited(text, "font-size").replace("px", ""));
                Font face = inherited(text, "font-weight").equals("bold") ? faces.bold() : faces.plain();
                double width = new Lettering(face.deriveFont(size)).width(text.getTextContent());
                double x = Double.parseDouble(text.getAttribute("x"));
                double y = Double.parseDouble(text.getAttribute("y"));
                words.add(new Words(
                        text.getTextContent(), new Rectangle2D.Double(x, y - size * 0.72, width, size * 0.72)));
            }
        }
        return words;
    }

    /** Boxes of all small closed shapes of that colour, one for each part of a path. */
    List<Rectangle2D> marks(String fill) {
        List<Rectangle2D> marks = new ArrayList<>();
        for (Element path : elements("path")) {
            if (colour(inherited(path, "fill")).equals(fill)
                    && !inherited(path, "stroke").startsWith("rgb")) {
                for (String part : path.getAttribute("d").split("(?=M)", -1)) {
                    Rectangle2D box = box(part);
                    if (box.getWidth() > 0 && box.getWidth() < 13 && box.getHeight() < 13) {
                        marks.add(box);
                    }
                }
            }
        }
        return marks;
    }

    /** x of all upright lines. */
    List<Double> upright() {
        return elements("line").stream()
                .filter(line -> line.getAttribute("x1").equals(line.getAttribute("x2")))
                .map(line -> Double.parseDouble(line.getAttribute("x1")))
                .toList();
    }

    private static Rectangle2D box(String path) {
        Rectangle2D box = new Rectangle2D.Double();
        List<Double> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(path);
        while (matcher.find()) {
            numbers.add(Double.parseDouble(matcher.group()));
        }
        for (int i = 0; i + 1 < numbers.size(); i += 2) {
            if (i == 0) {
                box.setRect(numbers.get(0), numbers.get(1), 0, 0);
            } else {
                box.add(numbers.get(i), numbers.get(i + 1));
            }
        }
        return box;
    }

    private List<Element> elements(String tag) {
        List<Element> elements = new ArrayList<>();
        NodeList all = document.getElementsByTagName(tag);
        for (int i = 0; i < all.getLength(); i++) {
            elements.add((Element) all.item(i));
        }
        return elements;
    }

    private static String inherited(Element element, String attribute) {
        if (element.hasAttribute(attribute)) {
            return element.getAttribute(attribute);
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
}
