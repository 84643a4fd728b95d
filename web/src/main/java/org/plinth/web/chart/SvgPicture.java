package org.plinth.web.chart;

import java.awt.Dimension;
import java.awt.RenderingHints;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.dom.util.DOMUtilities;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * A chart as a stand-alone SVG. Batik names the same ids in every chart and writes {@code style} attributes, which a
 * strict content policy blocks: ids get a prefix, styles become presentation attributes.
 */
final class SvgPicture {

    private static final Pattern HIDDEN = Pattern.compile("\uE000([0-9a-f]+)\uE001");

    private static final String SVG = "http://www.w3.org/2000/svg";
    static final String FONTS = "'DejaVu Sans', 'Noto Sans', 'Segoe UI', sans-serif";

    private SvgPicture() {}

    static String of(JFreeChart chart, Dimension room, String title, String description, String prefix) {
        return of(Picture.of(chart, room), title, description, prefix);
    }

    static String of(Picture picture, String title, String description, String prefix) {
        Dimension room = picture.room();
        Document document = GenericDOMImplementation.getDOMImplementation().createDocument(SVG, "svg", null);
        SVGGraphics2D canvas = new SVGGraphics2D(new ShortNumbers(document), false);
        canvas.setSVGCanvasSize(room);
        // Axes ask for the stroke hint that was set before, and take no for no answer.
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        picture.drawing().accept(canvas);
        Element root = document.getDocumentElement();
        canvas.getRoot(root);
        canvas.dispose();
        clean(root, prefix);
        describe(document, root, room, title, description, prefix);
        return text(root);
    }

    private static void describe(
            Document document, Element root, Dimension room, String title, String description, String prefix) {
        Element desc = element(document, "desc", description, prefix + "desc");
        root.insertBefore(desc, root.getFirstChild());
        root.insertBefore(element(document, "title", title, prefix + "title"), desc);
        root.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns", SVG);
        root.setAttribute("role", "img");
        root.setAttribute("aria-labelledby", prefix + "title " + prefix + "desc");
        root.setAttribute("viewBox", "0 0 " + room.width + " " + room.height);
        root.setAttribute("font-family", FONTS);
    }

    private static Element element(Document document, String name, String text, String id) {
        Element element = document.createElementNS(SVG, name);
        element.setAttribute("id", id);
        element.appendChild(document.createTextNode(text));
        return element;
    }

    private static void clean(Element element, String prefix) {
        unstyle(element);
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            String value = attribute.getNodeValue();
            if (attribute.getNodeName().equals("id")) {
                attribute.setNodeValue(prefix + value);
            } else if (attribute.getNodeName().equals("font-family")) {
                attribute.setNodeValue(FONTS);
            } else if (value.contains("url(#")) {
                attribute.setNodeValue(value.replace("url(#", "url(#" + prefix));
            } else if (attribute.getNodeName().endsWith("href") && value.startsWith("#")) {
                attribute.setNodeValue("#" + prefix + value.substring(1));
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                clean(inner, prefix);
            }
        }
    }

    /** The library's writer takes a pair of surrogates for two characters that XML forbids: they go round it, as references. */
    private static void hide(Node node) {
        if (node instanceof Text text) {
            text.setData(hidden(text.getData()));
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            hide(child);
        }
    }

    private static String hidden(String text) {
        if (text.chars().noneMatch(c -> c >= Character.MIN_SURROGATE)) {
            return text;
        }
        StringBuilder all = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isSupplementaryCodePoint(c)) {
                all.append('\uE000').append(Integer.toHexString(c)).append('\uE001');
            } else {
                all.appendCodePoint(Character.isSurrogate((char) c) || c >= 0xFFFE ? 0xFFFD : c);
            }
        });
        return all.toString();
    }

    private static void unstyle(Element element) {
        String style = element.getAttribute("style");
        if (style.isEmpty()) {
            return;
        }
        element.removeAttribute("style");
        for (String declaration : style.split(";", -1)) {
            int colon = declaration.indexOf(':');
            if (colon > 0) {
                element.setAttribute(
                        declaration.substring(0, colon).strip(),
                        declaration.substring(colon + 1).strip());
            }
        }
    }

    private static String text(Element root) {
        hide(root);
        try (StringWriter out = new StringWriter(32_768)) {
            DOMUtilities.writeNode(root, out);
            return HIDDEN.matcher(out.toString()).replaceAll("&#x$1;");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
