package org.plinth.web.chart;

import java.awt.BasicStroke;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.TextAnchor;
import org.plinth.web.chart.OutcomeSeries.Against;
import org.plinth.web.chart.OutcomeSeries.AgainstPoint;
import org.plinth.web.chart.OutcomeSeries.SymmetryPoint;
import org.plinth.web.text.Texts;

/**
 * The injured leg against the other leg's first test, on the axes of the symmetry chart. It has no interval and no reference
 * line, and decides nothing (decision M15). The symmetry of the same visits is not drawn into it: two ratios of different
 * meaning on one axis look like one that changed; the symmetry chart has the same axes.
 */
final class AgainstChart implements OutcomeChart {

    private final Texts texts;

    AgainstChart(Texts texts) {
        this.texts = texts;
    }

    @Override
    public String kind() {
        return "against";
    }

    @Override
    public Picture of(OutcomeSeries series, ChartStyle style) {
        List<AgainstPoint> given = series.against().map(Against::points).orElse(List.of());
        List<SymmetryPoint> points = given.stream()
                .map(one -> new SymmetryPoint(one.date(), one.percent(), Optional.empty(), one.flagged()))
                .toList();
        RatioPlot ratios = new RatioPlot(series, points, style);
        XYPlot plot = ratios.plot(texts.text("chart.against.axis"), texts);
        given.forEach(one -> one.breakReason().ifPresent(reason -> seam(plot, one, reason, style)));
        if (!points.isEmpty()) {
            SymmetryChart.label(plot, points.get(points.size() - 1), texts, style);
        }
        boolean provisional = series.against().map(Against::provisional).orElse(false);
        double room = ratios.headWidth();
        List<String> heading = new Lettering(style.strong()).lines(texts.text("chart.against.heading"), room, 2);
        List<String> remark = provisional
                ? new Lettering(style.text()).lines(texts.text("chart.against.provisional"), room, 2)
                : List.of();
        return ratios.picture(plot, heading, remark);
    }

    private static void seam(XYPlot plot, AgainstPoint point, String reason, ChartStyle style) {
        double x = TimeAxis.at(point.date());
        double low = plot.getRangeAxis().getLowerBound();
        double high = plot.getRangeAxis().getUpperBound();
        BasicStroke dashes =
                new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {3, 3}, 0);
        plot.getRenderer()
                .addAnnotation(new XYLineAnnotation(x, low, x, high, dashes, style.theme().muted), Layer.BACKGROUND);
        plot.addAnnotation(Plots.text(reason, x, high, TextAnchor.TOP_LEFT, style.theme().muted, style.small()));
    }
}
