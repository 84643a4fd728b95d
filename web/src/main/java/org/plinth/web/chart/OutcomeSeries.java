package org.plinth.web.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.core.visit.Side;

/**
 * What an outcome chart of one position shows. Its text form is stable, so that equal series give equal pictures.
 *
 * @param title what is shown, in words
 * @param description the sentence under the chart; what a screen reader says of the picture
 * @param unit in which force is shown
 * @param sides one panel a side, in the order left, right
 * @param symmetry points of limb symmetry, in time order
 * @param thresholdPercent the reference line for symmetry; empty where none is shown
 * @param against the injured leg against the other leg's first test; empty where it cannot be said
 * @param timeline marks and window on the time axis
 */
public record OutcomeSeries(
        String title,
        String description,
        ForceUnit unit,
        List<Panel> sides,
        List<SymmetryPoint> symmetry,
        OptionalDouble thresholdPercent,
        Optional<Against> against,
        Timeline timeline) {

    /** Copies the lists. */
    public OutcomeSeries {
        sides = List.copyOf(sides);
        symmetry = List.copyOf(symmetry);
    }

    /** The same under another title. */
    public OutcomeSeries titled(String other) {
        return new OutcomeSeries(other, description, unit, sides, symmetry, thresholdPercent, against, timeline);
    }

    /**
     * One side.
     *
     * @param side which
     * @param label as people read it: "Left, injured"
     * @param segments stretches that may be compared, in time order; a gap is drawn between them
     */
    public record Panel(Side side, String label, List<Segment> segments) {
        /** Copies the list. */
        public Panel {
            segments = List.copyOf(segments);
        }
    }

    /**
     * A stretch of one series.
     *
     * @param breakReason why it does not continue the one before, in a few words; empty for the first
     * @param band measurement error round its baseline; empty where no error is known
     * @param points in time order
     */
    public record Segment(Optional<String> breakReason, Optional<Band> band, List<Point> points) {
        /** Copies the list. */
        public Segment {
            points = List.copyOf(points);
        }
    }

    /**
     * Measurement error round a baseline.
     *
     * @param baselineNewtons what later tests are judged against
     * @param lowNewtons below this it is weaker by more than measurement error
     * @param highNewtons above this it is stronger by more than measurement error
     */
    public record Band(double baselineNewtons, double lowNewtons, double highNewtons) {}

    /**
     * One test of one side.
     *
     * @param date of the visit
     * @param newtons the test value
     * @param flagged drawn hollow: something about it must be known before it is compared
     */
    public record Point(LocalDate date, double newtons, boolean flagged) {}

    /**
     * One limb symmetry.
     *
     * @param date of the visit
     * @param percent injured ÷ uninjured × 100
     * @param bars how sure; empty where no measurement error is known
     * @param flagged drawn hollow
     */
    public record SymmetryPoint(LocalDate date, double percent, Optional<Bars> bars, boolean flagged) {}

    /**
     * The two bars of a symmetry.
     *
     * @param low80 lower end of the thick bar [%]
     * @param high80 upper end of the thick bar [%]
     * @param low95 lower end of the thin bar [%]
     * @param high95 upper end of the thin bar [%]
     */
    public record Bars(double low80, double high80, double low95, double high95) {}

    /**
     * The injured leg now against the other leg's first test (decision M15). It has no interval and no threshold, and decides
     * nothing.
     *
     * @param provisional whether a reference rests on one visit
     * @param points in time order
     */
    public record Against(boolean provisional, List<AgainstPoint> points) {
        /** Copies the list. */
        public Against {
            points = List.copyOf(points);
        }
    }

    /**
     * One value of the injured leg against the other leg's first test.
     *
     * @param date of the visit
     * @param percent injured now ÷ uninjured at its baseline × 100
     * @param flagged drawn hollow
     * @param breakReason why the first test is another one from here on, in a few words; empty where it is the same
     */
    public record AgainstPoint(LocalDate date, double percent, boolean flagged, Optional<String> breakReason) {}
}
