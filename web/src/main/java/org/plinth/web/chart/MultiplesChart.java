package org.plinth.web.chart;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.plinth.web.chart.ChartStyle.Size;
import org.plinth.web.chart.EpisodeSeries.Position;
import org.plinth.web.text.Texts;

/**
 * All positions of an episode, a small panel each with both legs in it, all on one scale of force from zero and over one time, so
 * that equal heights are equal forces everywhere.
 */
final class MultiplesChart implements EpisodeChart {

    private static final double HEADROOM = 1.06;
    private static final int EDGE_PX = 8;
    private static final int BETWEEN_PX = 18;
    private static final int HEAD_PX = 26;
    private static final int LINE_PX = 18;
    private static final int PLOT_PX = 116;
    private static final int AXIS_PX = 40;
    private static final int RIGHT_PX = 84;
    private static final int TITLE_PX = 6;
    private static final int ROWS_PX = 10;
    private static final int NONE_PX = 60;

    private final Texts texts;

    MultiplesChart(Texts texts) {
        this.texts = texts;
    }

    @Override
    public String kind() {
        return "multiples";
    }

    @Override
    public Picture of(EpisodeSeries series, ChartStyle style) {
        Grid grid = Grid.of(series, style);
        Dimension room = new Dimension(style.size().width, Math.max(grid.height(), NONE_PX));
        return new Picture(room, g -> draw(g, series, grid, room, style));
    }

    /**
     * How panels stand.
     *
     * @param columns beside each other
     * @param width of a panel [px]
     * @param plots upper edge of the plots of each row [px]
     * @param height of all rows [px]
     */
    private record Grid(int columns, double width, List<Integer> plots, int height) {

        static Grid of(EpisodeSeries series, ChartStyle style) {
            int positions = series.positions().size();
            int columns = style.size() == Size.NARROW ? 1 : positions <= 2 || positions == 4 ? 2 : 3;
            double width = (style.size().width - 2.0 * EDGE_PX - (columns - 1) * BETWEEN_PX) / columns;
            List<Integer> plots = new ArrayList<>();
            int y = HEAD_PX + (style.size() == Size.NARROW ? LINE_PX : 0);
            for (int first = 0; first < positions; first += columns) {
                int lines = series.positions().subList(first, Math.min(positions, first + columns)).stream()
                        .mapToInt(position -> title(position, width, style).size())
                        .max()
                        .orElse(1);
                plots.add(y + lines * LINE_PX + TITLE_PX);
                y += lines * LINE_PX + TITLE_PX + PLOT_PX + HandPlot.TIME_PX + ROWS_PX;
            }
            return new Grid(columns, width, plots, y);
        }

        Rectangle2D area(int panel) {
            double left = EDGE_PX + (panel % columns) * (width + BETWEEN_PX);
            return new Rectangle2D.Double(
                    left + AXIS_PX, plots.get(panel / columns), width - AXIS_PX - RIGHT_PX, PLOT_PX);
        }
    }

    private static List<String> title(Position position, double width, ChartStyle style) {
        return new Lettering(style.strong()).lines(position.name(), width, 2);
    }

    private void draw(Graphics2D g, EpisodeSeries series, Grid grid, Dimension room, ChartStyle style) {
        Picture.paper(g, room, style);
        List<String> head = new Lettering(style.text()).lines(axisWords(series), room.width - 2.0 * EDGE_PX, 2);
        for (int i = 0; i < head.size(); i++) {
            words(g, head.get(i), EDGE_PX, 17.0 + i * LINE_PX, style);
        }
        List<LocalDate> dates = dates(series);
        DateAxis time = TimeAxis.of(dates, 2, style);
        time.setTickLabelFont(style.small());
        double top = top(series);
        for (int i = 0; i < series.positions().size(); i++) {
            Rectangle2D area = grid.area(i);
            title(g, series.positions().get(i), grid, area, style);
            NumberAxis force = Plots.numbers(null, 0, top, Plots.step(top, 4), style);
            force.setTickLabelFont(style.small());
            new PositionPanel(texts, series.unit(), style)
                    .draw(g, series.positions().get(i), new HandPlot(time, force, area), AXIS_PX, RIGHT_PX);
        }
    }

    /** The axis in words, once for all panels. */
    private String axisWords(EpisodeSeries series) {
        return series.positions().isEmpty()
                ? texts.text("page.unknown.notmeasured")
                : texts.text(
                        "chart.multiples.axis",
                        texts.text(
                                "page.chart.axis.force",
                                texts.text("page.unit." + series.unit().symbol())));
    }

    private static void words(Graphics2D g, String words, double x, double y, ChartStyle style) {
        g.setPaint(style.theme().muted);
        g.setFont(style.text());
        g.drawString(words, (float) x, (float) y);
    }

    private static void title(Graphics2D g, Position position, Grid grid, Rectangle2D area, ChartStyle style) {
        List<String> lines = title(position, grid.width(), style);
        g.setPaint(style.theme().ink);
        g.setFont(style.strong());
        double base = area.getMinY() - 9 - (lines.size() - 1) * LINE_PX;
        for (int i = 0; i < lines.size(); i++) {
            g.drawString(lines.get(i), (float) (area.getX() - AXIS_PX + 4), (float) (base + i * LINE_PX));
        }
    }

    private static List<LocalDate> dates(EpisodeSeries series) {
        return series.positions().stream()
                .flatMap(position -> position.sides().stream())
                .flatMap(side -> side.segments().stream())
                .flatMap(segment -> segment.points().stream())
                .map(OutcomeSeries.Point::date)
                .toList();
    }

    /** Greatest value or band of all positions, in the shown unit. */
    private static double top(EpisodeSeries series) {
        double newtons = series.positions().stream()
                .flatMap(position -> position.sides().stream())
                .flatMap(side -> side.segments().stream())
                .mapToDouble(StrengthChart::greatest)
                .max()
                .orElse(100);
        return Math.max(newtons, 10) / series.unit().newtonsPerUnit() * HEADROOM;
    }
}
