package org.plinth.web.chart;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.plinth.core.visit.Side;
import org.plinth.web.chart.OutcomeSeries.Panel;
import org.plinth.web.chart.OutcomeSeries.Point;
import org.plinth.web.chart.OutcomeSeries.Segment;
import org.plinth.web.text.Texts;

/**
 * Both legs of one course in the size of a line of text, without axes: force from zero to the greatest value of this picture, time
 * from its first test to its newest. Written by hand: a list shows fifty at once. Its words are for the ear; that scales differ from
 * person to person stands beside the list.
 */
final class SmallChart {

    static final int WIDTH_PX = 160;
    static final int HEIGHT_PX = 48;
    private static final double EDGE_PX = 6;

    private final Texts texts;

    SmallChart(Texts texts) {
        this.texts = texts;
    }

    String svg(OutcomeSeries series, ChartStyle style, String prefix) {
        StringBuilder out = new StringBuilder(2000)
                .append(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"160\" height=\"48\" viewBox=\"0 0 160 48\" role=\"img\"")
                .append(" font-family=\"" + SvgPicture.FONTS + "\" font-size=\"12\"")
                .append(" aria-labelledby=\"" + prefix + "title " + prefix + "desc\">")
                .append("<title id=\"" + prefix + "title\">" + escaped(series.title()) + "</title>")
                .append("<desc id=\"" + prefix + "desc\">" + escaped(series.description()) + "</desc>")
                .append("<rect width=\"160\" height=\"48\" fill=\"" + hex(style.theme().paper) + "\"/>");
        Frame frame = Frame.of(series);
        if (frame.empty()) {
            out.append("<text x=\"80\" y=\"28\" text-anchor=\"middle\" fill=\"" + hex(style.theme().muted) + "\">")
                    .append(escaped(texts.text("page.unknown.notmeasured")) + "</text>");
        } else {
            out.append("<path d=\"M0 45.5H160\" stroke=\"" + hex(style.theme().line) + "\"/>");
            series.sides().forEach(side -> side(out, side, frame, style));
        }
        return out.append("</svg>").toString();
    }

    /**
     * What the picture spans.
     *
     * @param from its first day [ms]
     * @param to its newest [ms]
     * @param top its greatest value [N]
     * @param empty whether it has none
     */
    private record Frame(double from, double to, double top, boolean empty) {

        static Frame of(OutcomeSeries series) {
            List<Point> points = series.sides().stream()
                    .flatMap(side -> side.segments().stream())
                    .flatMap(segment -> segment.points().stream())
                    .toList();
            OptionalDouble from = points.stream()
                    .mapToDouble(point -> TimeAxis.at(point.date()))
                    .min();
            double to = points.stream()
                    .mapToDouble(point -> TimeAxis.at(point.date()))
                    .max()
                    .orElse(0);
            double top = points.stream().mapToDouble(Point::newtons).max().orElse(0);
            return new Frame(from.orElse(0), to, Math.max(top, 10), from.isEmpty());
        }

        /** One day stands in the middle. */
        double x(Point point) {
            double share = to > from ? (TimeAxis.at(point.date()) - from) / (to - from) : 0.5;
            return EDGE_PX + share * (WIDTH_PX - 2 * EDGE_PX);
        }

        double y(Point point) {
            return HEIGHT_PX - 2.5 - Math.max(0, point.newtons()) / top * (HEIGHT_PX - 2.5 - EDGE_PX);
        }
    }

    private static void side(StringBuilder out, Panel side, Frame frame, ChartStyle style) {
        String ink = hex(style.color(side.side()));
        String dashes = side.side() == Side.LEFT ? "" : " stroke-dasharray=\"4 2.5\"";
        for (Segment segment : side.segments()) {
            if (segment.points().size() > 1) {
                String path = segment.points().stream()
                        .map(point -> number(frame.x(point)) + " " + number(frame.y(point)))
                        .collect(Collectors.joining("L", "M", ""));
                out.append("<path d=\"" + path + "\" fill=\"none\" stroke=\"" + ink + "\" stroke-width=\"1.75\""
                        + dashes + "/>");
            }
        }
        List<Point> all = side.segments().stream()
                .flatMap(segment -> segment.points().stream())
                .toList();
        if (!all.isEmpty()) {
            Point last = all.get(all.size() - 1);
            String fill = last.flagged() ? hex(style.theme().paper) : ink;
            String paint = "\" fill=\"" + fill + "\" stroke=\"" + ink + "\" stroke-width=\"1.5\"/>";
            double x = frame.x(last);
            double y = frame.y(last);
            out.append(
                    side.side() == Side.LEFT
                            ? "<circle cx=\"" + number(x) + "\" cy=\"" + number(y) + "\" r=\"3.5" + paint
                            : "<rect x=\"" + number(x - 3) + "\" y=\"" + number(y - 3) + "\" width=\"6\" height=\"6"
                                    + paint);
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String hex(java.awt.Color color) {
        return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xffffff);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
