package org.plinth.web.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Shapes and words in drawing order, fitted into a frame and written as SVG. Places are given in centimetres of the
 * scene, y up; sizes of words and lines in the picture's own units. Not for use by two threads.
 */
final class Picture {

    private static final double MARGIN = 14;
    private static final double TEXT = 15;
    private static final double LINE = 18;
    /** Mean width of a letter as a share of its size: enough to keep words inside the frame. */
    private static final double LETTER = 0.56;

    private final double width;
    private final double height;
    private final double sideMargin;
    private final double mostScale;
    private final double below;
    private final List<Shape> shapes = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();
    private Optional<Corner> corner = Optional.empty();

    /**
     * A frame; {@code sideMargin} keeps room for words left and right, {@code mostScale} units a centimetre; {@code below}
     * is the share of the spare height that stays under the scene.
     */
    Picture(double width, double height, double sideMargin, double mostScale, double below) {
        this.below = below;
        this.width = width;
        this.height = height;
        this.sideMargin = sideMargin;
        this.mostScale = mostScale;
    }

    private record Shape(String name, Ink ink, Path path) {}

    /** Where on the frame a word stands: beside its place, or at an edge of the frame. */
    enum Hold {
        MIDDLE,
        START,
        END,
        LEFT_EDGE,
        RIGHT_EDGE
    }

    private record Label(Vec at, double dx, double dy, Hold hold, List<String> lines, boolean leader) {}

    void shape(String name, Ink ink, Path... paths) {
        shape(name, ink, List.of(paths));
    }

    void shape(String name, Ink ink, List<Path> paths) {
        shapes.add(new Shape(
                name,
                ink,
                new Path(paths.stream().flatMap(path -> path.steps().stream()).toList())));
    }

    /** Words off {@code at} by so many units of the picture, y up. */
    void words(Vec at, double dx, double dy, Hold hold, String... lines) {
        labels.add(new Label(at, dx, dy, hold, List.of(lines), false));
    }

    /** Words at an edge of the frame with a line to what they name. */
    void name(Vec at, Hold edge, List<String> lines) {
        labels.add(new Label(at, 0, 0, edge, lines, true));
    }

    /** The name of the leg under test at the top, with the mark of its side: a disc for left, a square for right. */
    void corner(Hold edge, Ink ink, boolean disc, List<String> lines) {
        corner = Optional.of(new Corner(edge, ink, disc, lines));
    }

    private record Corner(Hold edge, Ink ink, boolean disc, List<String> lines) {

        /** The words, right of the mark. */
        Vec words(double width) {
            double wide = lines.stream().mapToInt(String::length).max().orElse(0) * TEXT * LETTER;
            return Vec.of(edge == Hold.LEFT_EDGE ? 26 : width - 8 - wide, TEXT + 3);
        }

        Path mark(double width) {
            Vec at = words(width).plus(Vec.of(-12, -5));
            return disc ? Path.circle(at, 6) : Path.box(at, Vec.of(1, 0), 11, 11, 1);
        }
    }

    /** The SVG with its own words for who cannot see it; ids begin with {@code prefix}. */
    String svg(Palette palette, String prefix, String title, String description) {
        Fit fit = fit();
        StringBuilder out = new StringBuilder(8_192)
                .append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"drawing\" viewBox=\"0 0 ")
                .append(Path.number(width))
                .append(' ')
                .append(Path.number(height))
                .append("\" role=\"img\" aria-labelledby=\"")
                .append(prefix)
                .append("title ")
                .append(prefix)
                .append("desc\" stroke-linejoin=\"round\" stroke-linecap=\"round\">\n");
        described(out, "title", prefix, title);
        described(out, "desc", prefix, description);
        shapes.forEach(shape -> out.append("<path class=\"")
                .append(shape.name())
                .append('"')
                .append(shape.ink().attributes(palette))
                .append(" d=\"")
                .append(shape.path().map(fit).data())
                .append("\"/>\n"));
        corner.ifPresent(name -> out.append("<path class=\"mark\"")
                .append(name.ink().attributes(palette))
                .append(" d=\"")
                .append(name.mark(width).data())
                .append("\"/>\n"));
        written(out, palette, fit);
        return out.append("</svg>\n").toString();
    }

    private static void described(StringBuilder out, String element, String prefix, String words) {
        out.append('<')
                .append(element)
                .append(" id=\"")
                .append(prefix)
                .append(element)
                .append("\">")
                .append(escaped(words))
                .append("</")
                .append(element)
                .append(">\n");
    }

    private void written(StringBuilder out, Palette palette, Fit fit) {
        labels.stream().filter(Label::leader).forEach(label -> leader(out, palette, label, fit));
        out.append(
                        "<g font-family=\"system-ui, 'Noto Sans', 'Liberation Sans', 'DejaVu Sans', sans-serif\" font-size=\"")
                .append(Path.number(TEXT))
                .append("\" fill=\"")
                .append(palette.of(Palette.Tone.INK))
                .append("\" stroke=\"")
                .append(palette.of(Palette.Tone.SHEET))
                .append("\" stroke-width=\"4\" paint-order=\"stroke\">\n");
        labels.forEach(label -> text(out, label.hold(), place(label, fit), label.lines()));
        corner.ifPresent(name -> text(out, Hold.START, name.words(width), name.lines()));
        out.append("</g>\n");
    }

    private static void text(StringBuilder out, Hold hold, Vec at, List<String> lines) {
        String anchor =
                switch (hold) {
                    case MIDDLE -> "middle";
                    case START, LEFT_EDGE -> "start";
                    case END, RIGHT_EDGE -> "end";
                };
        out.append("<text text-anchor=\"").append(anchor).append("\">");
        for (int i = 0; i < lines.size(); i++) {
            out.append("<tspan x=\"")
                    .append(Path.number(at.x()))
                    .append("\" y=\"")
                    .append(Path.number(at.y() + i * LINE))
                    .append('"')
                    .append(i == 0 ? " font-weight=\"650\">" : ">")
                    .append(escaped(lines.get(i)))
                    .append("</tspan>");
        }
        out.append("</text>\n");
    }

    /** A line under the name, on to what it names. */
    private void leader(StringBuilder out, Palette palette, Label label, Fit fit) {
        Vec to = fit.apply(label.at());
        Vec from = Vec.of(label.hold() == Hold.LEFT_EDGE ? MARGIN / 2 : width - MARGIN / 2, to.y());
        out.append("<path class=\"leader\"")
                .append(Ink.LEADER.attributes(palette))
                .append(" d=\"")
                .append(Path.line(from, to).data())
                .append("\"/>\n")
                .append("<path class=\"leader\"")
                .append(Ink.JOINT.attributes(palette))
                .append(" d=\"")
                .append(Path.circle(to, 2.5).data())
                .append("\"/>\n");
    }

    /** Base line of the first line, moved so that all of it is inside the frame. */
    private Vec place(Label label, Fit fit) {
        Vec at = fit.apply(label.at());
        double wide = textWidth(label);
        double before =
                switch (label.hold()) {
                    case MIDDLE -> wide / 2;
                    case START, LEFT_EDGE -> 0;
                    case END, RIGHT_EDGE -> wide;
                };
        double x =
                switch (label.hold()) {
                    case LEFT_EDGE -> MARGIN / 2;
                    case RIGHT_EDGE -> width - MARGIN / 2;
                    default -> at.x() + label.dx();
                };
        double tall = (label.lines().size() - 1) * LINE;
        double y = label.leader() ? at.y() - 6 - tall : at.y() - label.dy() + TEXT / 3;
        return Vec.of(clamp(x, before + 3, width - (wide - before) - 3), clamp(y, TEXT + 2, height - tall - 6));
    }

    private static double clamp(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }

    private static double textWidth(Label label) {
        return label.lines().stream().mapToInt(String::length).max().orElse(0) * TEXT * LETTER;
    }

    /** From the scene to the frame: as large as goes, in the middle, standing on the lower edge. */
    private record Fit(double scale, double x, double y) implements UnaryOperator<Vec> {
        @Override
        public Vec apply(Vec at) {
            return Vec.of(x + at.x() * scale, y - at.y() * scale);
        }
    }

    private Fit fit() {
        double left = points().mapToDouble(Vec::x).min().orElse(0);
        double right = points().mapToDouble(Vec::x).max().orElse(1);
        double bottom = points().mapToDouble(Vec::y).min().orElse(0);
        double top = points().mapToDouble(Vec::y).max().orElse(1);
        double scale = Math.min(
                mostScale, Math.min((width - 2 * sideMargin) / (right - left), (height - 2 * MARGIN) / (top - bottom)));
        double slack = height - 2 * MARGIN - (top - bottom) * scale;
        return new Fit(scale, width / 2 - (left + right) / 2 * scale, height - MARGIN - slack * below + bottom * scale);
    }

    private Stream<Vec> points() {
        return shapes.stream().flatMap(shape -> shape.path().points());
    }

    private static String escaped(String words) {
        return words.chars()
                .mapToObj(letter -> switch (letter) {
                    case '&' -> "&amp;";
                    case '<' -> "&lt;";
                    case '>' -> "&gt;";
                    default -> Character.toString(letter);
                })
                .collect(Collectors.joining());
    }
}
