package org.plinth.web.chart;

import org.jfree.chart.axis.NumberAxis;
import org.plinth.web.chart.EpisodeSeries.Track;

/** The axis of one track: from its lowest to its greatest value where the measure has one, else growing with the values. */
final class TrackScale {

    /** Room for half a mark above and below, as a share of the scale. */
    private static final double EDGE = 0.09;

    /** Room above a value that is "at least", as a share of it. */
    private static final double OPEN = 1.25;

    private TrackScale() {}

    static NumberAxis of(Track track, ChartStyle style) {
        double low = Math.min(track.low(), least(track));
        double greatest = greatest(track);
        double high;
        double step;
        if (track.high().isPresent()) {
            high = Math.max(track.high().getAsDouble(), greatest);
            step = ends(low, high) ? (high - low) / 2 : Plots.step(high - low, 3);
        } else {
            step = Plots.step(Math.max(greatest - low, 1) * 1.02, 3);
            high = low + Math.max(1, Math.ceil((greatest - low) / step)) * step;
        }
        double edge = (high - low) * EDGE;
        return Plots.numbers(null, low - edge, high + edge, step, style);
    }

    /** Whether halves of the scale fall on whole steps from zero, so that its ends are labelled. */
    private static boolean ends(double low, double high) {
        double half = (high - low) / 2;
        return low % half == 0 && half == Math.rint(half);
    }

    private static double least(Track track) {
        return track.lines().stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(EpisodeSeries.Value::value)
                .min()
                .orElse(track.low());
    }

    /** A value that is "at least" has room for what may be above it. */
    private static double greatest(Track track) {
        return track.lines().stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(value -> value.atLeast() ? value.value() * OPEN : value.value())
                .max()
                .orElse(track.low());
    }
}
