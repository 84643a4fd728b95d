package org.plinth.web.chart;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jfree.chart.axis.DateAxis;
import org.plinth.web.chart.ChartStyle.Size;
import org.plinth.web.chart.EpisodeSeries.Track;
import org.plinth.web.chart.EpisodeSeries.Value;
import org.plinth.web.text.Texts;

/**
 * Pain, function and the rest, each on a track with an axis of its own, all over one time axis with the marks of the episode
 * above. Measures are never merged into one score, and never share an axis.
 */
final class TracksChart implements EpisodeChart {

    private static final int HEAD_PX = 30;
    private static final int TRACK_PX = 68;
    private static final int AXIS_PX = 46;
    private static final int FOOT_PX = 4;
    private static final int EDGE_PX = 8;
    private static final int LINE_PX = 15;
    private static final int LABEL_MARK_PX = 8;

    private final Texts texts;

    TracksChart(Texts texts) {
        this.texts = texts;
    }

    @Override
    public String kind() {
        return "tracks";
    }

    @Override
    public Picture of(EpisodeSeries series, ChartStyle style) {
        DateAxis time = TimeAxis.of(dates(series), style.size() == Size.WIDE ? 7 : 3, style);
        double width = style.size().width - AXIS_PX - rightPx(style);
        Strip strip = Strip.of(series.timeline(), time.getRange(), width, style);
        int height = strip.height()
                + series.tracks().stream()
                        .mapToInt(track -> headPx(track, style) + plotHeight(track))
                        .sum()
                + HandPlot.TIME_PX
                + FOOT_PX;
        boolean none = series.tracks().isEmpty();
        Dimension room = new Dimension(style.size().width, none ? height + TRACK_PX : height);
        return new Picture(room, g -> draw(g, series, time, strip, room, style));
    }

    /** Room right of the plots, for the words at the ends of their lines [px]. */
    private static int rightPx(ChartStyle style) {
        return style.size() == Size.WIDE ? 100 : 84;
    }

    private static int plotHeight(Track track) {
        return TRACK_PX + Math.max(0, track.lines().size() - 1) * EndLabels.APART_PX;
    }

    private void draw(
            Graphics2D g, EpisodeSeries series, DateAxis time, Strip strip, Dimension room, ChartStyle style) {
        Picture.paper(g, room, style);
        if (series.tracks().isEmpty()) {
            nothing(g, room.width / 2.0, room.height / 2.0, style);
            return;
        }
        double y = strip.height();
        double width = room.width - AXIS_PX - rightPx(style);
        strip.draw(g, new Rectangle2D.Double(AXIS_PX, y, width, 0));
        List<Track> tracks = series.tracks();
        for (int i = 0; i < tracks.size(); i++) {
            Track track = tracks.get(i);
            Rectangle2D area = new Rectangle2D.Double(AXIS_PX, y + headPx(track, style), width, plotHeight(track));
            head(g, track, y, style);
            y = area.getMaxY();
            time.setVisible(i == tracks.size() - 1);
            track(g, series, track, new HandPlot(time, TrackScale.of(track, style), area), style);
        }
    }

    /** Name and axis in words: on one line, or on two where there is no room, since the direction must be read. */
    private void head(Graphics2D g, Track track, double y, ChartStyle style) {
        Lettering strong = new Lettering(style.strong());
        Lettering plain = new Lettering(style.small());
        String name = strong.fit(track.name(), style.size().width - 2.0 * EDGE_PX);
        boolean two = headPx(track, style) > HEAD_PX;
        double x = two ? EDGE_PX : EDGE_PX + strong.width(name) + EDGE_PX;
        g.setPaint(style.theme().ink);
        g.setFont(strong.font());
        g.drawString(name, EDGE_PX, (float) y + 20);
        g.setPaint(style.theme().muted);
        g.setFont(plain.font());
        String axis = plain.fit(axisWords(track), style.size().width - EDGE_PX - x);
        g.drawString(axis, (float) x, (float) y + (two ? 20 + LINE_PX : 20));
    }

    private int headPx(Track track, ChartStyle style) {
        double both = new Lettering(style.strong()).width(track.name())
                + new Lettering(style.small()).width(axisWords(track));
        return both + 3 * EDGE_PX > style.size().width ? HEAD_PX + LINE_PX : HEAD_PX;
    }

    /** "0 to 10 points, lower is better". */
    private String axisWords(Track track) {
        String direction = texts.text("chart.direction." + track.direction());
        return track.high().isPresent()
                ? texts.text(
                        "chart.track.axis.range",
                        ValueWords.number(track.low(), 0),
                        ValueWords.number(track.high().getAsDouble(), 0),
                        track.unit(),
                        direction)
                : texts.text("chart.track.axis.open", track.unit(), direction);
    }

    private void track(Graphics2D g, EpisodeSeries series, Track track, HandPlot place, ChartStyle style) {
        Rectangle2D area = place.area();
        boolean empty = track.lines().stream().allMatch(line -> line.points().isEmpty());
        EndLabels labels = new EndLabels();
        place.draw(g, style, AXIS_PX, (inside, at) -> {
            Strip.behind(inside, series.timeline().marks(), at.time().getRange(), area, style);
            if (empty) {
                nothing(inside, area.getCenterX(), area.getCenterY(), style);
            }
            for (int i = 0; i < track.lines().size(); i++) {
                line(inside, track, i, at, labels, style);
            }
        });
        double last = dates(track).mapToDouble(TimeAxis::at).max().orElse(0);
        labels.draw(g, empty ? 0 : place.x(last) + 9, style.size().width - 2.0, area, style);
    }

    private static void line(Graphics2D g, Track track, int number, HandPlot at, EndLabels labels, ChartStyle style) {
        EpisodeSeries.Line line = track.lines().get(number);
        if (line.points().isEmpty()) {
            return;
        }
        double size = ChartStyle.markSize(line.points().size(), at.area().getWidth() * 0.8);
        List<Curve.Dot> dots = line.points().stream()
                .map(value -> new Curve.Dot(
                        at.x(TimeAxis.at(value.date())),
                        at.y(value.value()),
                        value.hollowBecause().isPresent()))
                .toList();
        new Curve(TrackLooks.of(number, size, style), dots).draw(g, style.theme().paper);
        arrows(g, line, dots, size);
        Curve.Dot end = dots.get(dots.size() - 1);
        Value newest = line.points().get(dots.size() - 1);
        String words = track.lines().size() == 1
                ? ValueWords.withUnit(newest, track)
                : line.label() + " " + ValueWords.number(newest, track.decimals());
        labels.add(new EndLabels.Label(
                end.y(),
                words,
                track.lines().size() == 1
                        ? Optional.empty()
                        : Optional.of(
                                TrackLooks.of(number, LABEL_MARK_PX, style).mark()),
                style.theme().ink,
                end.hollow()));
    }

    /** Over each value that is "at least": a triangle that points upwards. */
    private static void arrows(Graphics2D g, EpisodeSeries.Line line, List<Curve.Dot> dots, double size) {
        double half = Math.max(3, size / 2);
        for (int i = 0; i < dots.size(); i++) {
            if (line.points().get(i).atLeast()) {
                double base = dots.get(i).y() - half - 2;
                Path2D arrow = new Path2D.Double();
                arrow.moveTo(dots.get(i).x() - half, base);
                arrow.lineTo(dots.get(i).x() + half, base);
                arrow.lineTo(dots.get(i).x(), base - half * 1.4);
                arrow.closePath();
                g.fill(arrow);
            }
        }
    }

    private void nothing(Graphics2D g, double x, double y, ChartStyle style) {
        String words = texts.text("page.unknown.notmeasured");
        Lettering letters = new Lettering(style.text());
        g.setPaint(style.theme().muted);
        g.setFont(letters.font());
        g.drawString(words, (float) (x - letters.width(words) / 2), (float) y + 5);
    }

    private static List<LocalDate> dates(EpisodeSeries series) {
        return Stream.concat(series.tracks().stream().flatMap(TracksChart::dates), series.timeline().dates().stream())
                .toList();
    }

    private static Stream<LocalDate> dates(Track track) {
        return track.lines().stream().flatMap(line -> line.points().stream()).map(Value::date);
    }
}
