package org.plinth.core.programme;

import java.util.List;
import java.util.stream.Stream;
import org.plinth.core.visit.Side;

/**
 * What may be said of a patient over all positions. Of many flags at 95 % some are chance: six positions at five re-tests
 * give one or two. So a change is spoken of only where one position was beyond its limit at two consecutive visits, or two
 * positions of one leg are beyond it in the same direction; and where another points the other way, both are said.
 *
 * @param statement what may be said
 * @param stronger all that are above their limit, confirmed or not
 * @param weaker all that are below it, confirmed or not
 * @param judged how many were judged at all
 */
public record Headline(Statement statement, List<Position> stronger, List<Position> weaker, int judged) {

    /** Positions of one leg that make a change together. */
    public static final int AGREEING = 2;

    /** What may be said. */
    public enum Statement {
        /** Stronger. */
        STRONGER,
        /** Weaker. */
        WEAKER,
        /** Some stronger, some weaker. */
        MIXED,
        /** Nothing beyond chance; what is only possible is listed and waits. */
        NO_CHANGE,
        /** No position could be judged. */
        TOO_FEW
    }

    /** What is known of one position and leg. */
    public enum Kind {
        /** There is no second visit. */
        ONE_VISIT,
        /** Only baseline visits so far. */
        BASELINE_ONLY,
        /** No measurement error is known for this position and fixation. */
        NO_MEASUREMENT_ERROR,
        /** The newest point is hollow: it is shown and not judged. */
        NOT_JUDGED,
        /** No change beyond measurement error. */
        WITHIN_ERROR,
        /** Above the limit for the first time. */
        POSSIBLY_STRONGER,
        /** Below the limit for the first time. */
        POSSIBLY_WEAKER,
        /** Above the limit at two consecutive visits. */
        STRONGER,
        /** Below the limit at two consecutive visits. */
        WEAKER;

        /** Whether it was held against its limit. */
        public boolean isJudged() {
            return switch (this) {
                case ONE_VISIT, BASELINE_ONLY, NO_MEASUREMENT_ERROR, NOT_JUDGED -> false;
                case WITHIN_ERROR, POSSIBLY_STRONGER, POSSIBLY_WEAKER, STRONGER, WEAKER -> true;
            };
        }
    }

    /**
     * One position of one leg.
     *
     * @param position id
     * @param side which leg
     * @param kind what is known of it
     */
    public record Position(String position, Side side, Kind kind) {}

    /** Copies the lists. */
    public Headline {
        stronger = List.copyOf(stronger);
        weaker = List.copyOf(weaker);
    }

    /** What may be said of these; of one leg, where only its positions are given. */
    public static Headline of(List<Position> positions) {
        List<Position> stronger = having(positions, Kind.POSSIBLY_STRONGER, Kind.STRONGER);
        List<Position> weaker = having(positions, Kind.POSSIBLY_WEAKER, Kind.WEAKER);
        int judged =
                (int) positions.stream().filter(one -> one.kind().isJudged()).count();
        return new Headline(statement(stronger, weaker, judged), stronger, weaker, judged);
    }

    private static Statement statement(List<Position> stronger, List<Position> weaker, int judged) {
        boolean up = isSpokenOf(stronger, Kind.STRONGER);
        boolean down = isSpokenOf(weaker, Kind.WEAKER);
        if (up || down) {
            boolean both = !stronger.isEmpty() && !weaker.isEmpty();
            return both ? Statement.MIXED : up ? Statement.STRONGER : Statement.WEAKER;
        }
        return judged == 0 ? Statement.TOO_FEW : Statement.NO_CHANGE;
    }

    private static boolean isSpokenOf(List<Position> flagged, Kind confirmed) {
        return flagged.stream().anyMatch(one -> one.kind() == confirmed)
                || Stream.of(Side.values()).anyMatch(side -> positionsOf(flagged, side) >= AGREEING);
    }

    private static long positionsOf(List<Position> flagged, Side side) {
        return flagged.stream()
                .filter(one -> one.side() == side)
                .map(Position::position)
                .distinct()
                .count();
    }

    private static List<Position> having(List<Position> positions, Kind possible, Kind confirmed) {
        return positions.stream()
                .filter(one -> one.kind() == possible || one.kind() == confirmed)
                .toList();
    }
}
