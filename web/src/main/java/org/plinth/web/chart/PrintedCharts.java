package org.plinth.web.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.text.TextUtils;
import org.plinth.web.chart.ChartStyle.Size;
import org.plinth.web.chart.ChartStyle.Theme;
import org.plinth.web.pdf.Drawing;
import org.plinth.web.text.Texts;

/**
 * Charts of one position for print: lines and words, light, told apart by dash and mark as well as by colour, so that they can be read
 * without it. Any thread.
 */
public final class PrintedCharts {

    private final List<OutcomeChart> kinds;
    private final Faces faces;

    /** With the texts of its axes. */
    public PrintedCharts(Texts texts) {
        // Without it JFreeChart draws the outlines of rotated words, which nobody can select or search.
        TextUtils.setUseDrawRotatedStringWorkaround(false);
        this.kinds = List.of(new StrengthChart(texts), new SymmetryChart(texts));
        this.faces = Faces.bundled();
    }

    /** The wide picture of this kind, as large as its room allows; empty for an unknown kind. */
    public Optional<Drawing> of(String kind, OutcomeSeries series) {
        ChartStyle style = new ChartStyle(Theme.LIGHT, Size.WIDE, faces);
        return kinds.stream()
                .filter(chart -> chart.kind().equals(kind))
                .findFirst()
                .map(chart -> (canvas, room) -> draw(chart.of(series, style), canvas, room));
    }

    private static void draw(Picture picture, Graphics2D canvas, Rectangle2D room) {
        double scale = Math.min(room.getWidth() / picture.room().width, room.getHeight() / picture.room().height);
        canvas.translate(room.getX(), room.getY());
        canvas.scale(scale, scale);
        picture.drawing().accept(canvas);
    }
}
