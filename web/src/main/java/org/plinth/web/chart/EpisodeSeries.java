package org.plinth.web.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plinth.core.quantity.ForceUnit;

/**
 * What the charts of a whole episode show: measures beside strength on tracks of their own, and all positions side by side. Its
 * text form is stable, so that equal series give equal pictures.
 *
 * @param title what is shown, in words
 * @param description the sentence under the chart; what a screen reader says of the picture
 * @param unit in which force is shown
 * @param tracks one measure each, in the order they are drawn; never two measures on one
 * @param positions in the order they are drawn
 * @param timeline marks and window on the shared time axis of the tracks
 */
public record EpisodeSeries(
        String title,
        String description,
        ForceUnit unit,
        List<Track> tracks,
        List<Position> positions,
        Timeline timeline) {

    /** More measures than this on one time axis are not read any more. */
    public static final int MOST_TRACKS = 6;

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if there are more than {@link #MOST_TRACKS} tracks
     */
    public EpisodeSeries {
        tracks = List.copyOf(tracks);
        positions = List.copyOf(positions);
        if (tracks.size() > MOST_TRACKS) {
            throw new IllegalArgumentException(
                    tracks.size() + " tracks; at most " + MOST_TRACKS + " stand on one time axis");
        }
    }

    /** Which way a measure is read. */
    public enum Direction {
        /** A greater value is the better one: sitting time. */
        HIGHER_IS_BETTER,
        /** A smaller value is the better one: pain. */
        LOWER_IS_BETTER,
        /** Neither: kilometres a week. */
        NEITHER
    }

    /**
     * One measure on an axis of its own.
     *
     * @param name of the measure: "Pain"
     * @param unit in words, as it follows a number: "points", "minutes", "%"
     * @param direction which way it is read
     * @param low lower end of its axis
     * @param high upper end of its axis; empty where the measure has no greatest value
     * @param decimals to which its values are shown
     * @param lines one, or several of the same measure: pain at rest, during, after 24 h
     */
    public record Track(
            String name,
            String unit,
            Direction direction,
            double low,
            OptionalDouble high,
            int decimals,
            List<Line> lines) {

        /**
         * Copies the list.
         *
         * @throws IllegalArgumentException if the axis has no length
         */
        public Track {
            lines = List.copyOf(lines);
            if (high.isPresent() && high.getAsDouble() <= low) {
                throw new IllegalArgumentException("an axis from " + low + " to " + high.getAsDouble());
            }
        }
    }

    /**
     * One line of a track.
     *
     * @param label what tells it from the others of the track, in a word or two: "at rest"; for a single line it is not shown
     * @param points in time order
     */
    public record Line(String label, List<Value> points) {
        /** Copies the list. */
        public Line {
            points = List.copyOf(points);
        }
    }

    /**
     * One value.
     *
     * @param date of the day it is about
     * @param value in the unit of its track
     * @param hollowBecause what must be known of it, in a few words: "painkiller taken"; it is then drawn hollow
     * @param atLeast whether the true value is this or more; it then has an arrow upwards
     */
    public record Value(LocalDate date, double value, Optional<String> hollowBecause, boolean atLeast) {
        /** One that was measured to its end. */
        public Value(LocalDate date, double value, Optional<String> hollowBecause) {
            this(date, value, hollowBecause, false);
        }
    }

    /**
     * Both legs in one position.
     *
     * @param name of the position
     * @param sides left and right; a side that was never tested has no segments
     */
    public record Position(String name, List<OutcomeSeries.Panel> sides) {
        /** Copies the list. */
        public Position {
            sides = List.copyOf(sides);
        }
    }
}
