package org.plinth.web.chart;

import java.util.List;

/**
 * What a plot of residuals shows: how far each reading lies from the curve, and how sure the curve is at each load.
 *
 * @param title of the picture
 * @param description in words, for who cannot see it
 * @param up readings on the way up
 * @param down readings on the way down
 * @param bands U at each load
 */
public record ResidualPlot(String title, String description, List<Dot> up, List<Dot> down, List<Band> bands) {

    /** Copies the lists. */
    public ResidualPlot {
        up = List.copyOf(up);
        down = List.copyOf(down);
        bands = List.copyOf(bands);
    }

    /**
     * One reading.
     *
     * @param newtons applied [N]
     * @param error curve less applied [N]
     */
    public record Dot(double newtons, double error) {}

    /**
     * Expanded uncertainty at a load.
     *
     * @param newtons applied [N]
     * @param expanded U [N]
     */
    public record Band(double newtons, double expanded) {}
}
