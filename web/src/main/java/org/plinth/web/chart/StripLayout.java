package org.plinth.web.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jfree.data.Range;

/**
 * Where marks and windows stand above a time axis: each in a row of its own kind, none touching another. Where the labels do not
 * all find room, all marks show their numbers alone; those without room are counted at the one before: "4 +2".
 *
 * @param slots what is drawn
 * @param rows how many rows they take, counted upwards from the plot
 */
record StripLayout(List<Slot> slots, int rows) {

    private static final int MOST_ROWS = 3;
    private static final int WINDOW_ROWS = 2;
    private static final double GLYPH_PX = 8;

    /** What a slot shows. */
    enum Look {
        EVENT,
        PRESCRIPTION,
        REVIEW,
        WINDOW
    }

    /**
     * One thing in its place.
     *
     * @param look what it is
     * @param x where it begins on the axis [px]
     * @param until where its bar ends [px]; empty without a bar
     * @param textX where its words begin [px]
     * @param textEnd where they end [px]
     * @param text its words
     * @param row from 0, which is nearest to the plot
     */
    record Slot(Look look, double x, OptionalDouble until, double textX, double textEnd, String text, int row) {

        private Slot at(int other) {
            return new Slot(look, x, until, textX, textEnd, text, other);
        }

        private double from() {
            return Math.min(x, textX);
        }

        private double to() {
            return Math.max(textEnd, until.orElse(x));
        }
    }

    /** Copies the list. */
    StripLayout {
        slots = List.copyOf(slots);
    }

    /** Marks as they stand over so many pixels of that time. */
    static StripLayout of(Timeline timeline, Range shown, double width, Lettering words) {
        return new Builder(shown, width, words).build(timeline);
    }

    private static final class Builder {
        private final Range shown;
        private final double width;
        private final Lettering words;

        Builder(Range shown, double width, Lettering words) {
            this.shown = shown;
            this.width = width;
            this.words = words;
        }

        StripLayout build(Timeline timeline) {
            boolean named = Stream.of(MarkKind.values()).allMatch(kind -> fits(timeline, kind));
            List<Slot> all = new ArrayList<>();
            int rows = 0;
            for (MarkKind kind : MarkKind.values()) {
                List<Slot> slots = new ArrayList<>();
                rows += named ? named(timeline, kind, slots) : numbered(timeline, kind, slots);
                int below = rows - used(slots);
                slots.forEach(slot -> all.add(slot.at(slot.row() + below)));
            }
            List<Slot> window = window(timeline);
            for (Slot slot : window) {
                all.add(slot.at(slot.row() + rows));
            }
            return new StripLayout(all, rows + used(window));
        }

        private static int used(List<Slot> slots) {
            return slots.stream().mapToInt(slot -> slot.row() + 1).max().orElse(0);
        }

        private boolean fits(Timeline timeline, MarkKind kind) {
            return named(timeline, kind, new ArrayList<>()) >= 0;
        }

        /** All with their labels; -1 where one finds no room. */
        private int named(Timeline timeline, MarkKind kind, List<Slot> into) {
            Lanes lanes = new Lanes(MOST_ROWS);
            for (int i = 0; i < timeline.marks().size(); i++) {
                Mark mark = timeline.marks().get(i);
                if (mark.kind() == kind) {
                    Slot slot = slot(mark, (i + 1) + " " + mark.label(), true);
                    OptionalInt row = lanes.take(slot.from(), slot.to());
                    if (row.isEmpty() || slot.textX() < 0) {
                        return -1;
                    }
                    into.add(slot.at(row.getAsInt()));
                }
            }
            return lanes.used();
        }

        private int numbered(Timeline timeline, MarkKind kind, List<Slot> into) {
            Lanes lanes = new Lanes(MOST_ROWS);
            int first = 0;
            int more = 0;
            for (int i = 0; i < timeline.marks().size(); i++) {
                Mark mark = timeline.marks().get(i);
                if (mark.kind() != kind) {
                    continue;
                }
                OptionalInt row = OptionalInt.empty();
                for (boolean bar : new boolean[] {true, false}) {
                    Slot slot = slot(mark, Integer.toString(i + 1), bar);
                    if (row.isEmpty()) {
                        row = lanes.take(slot.from(), slot.to());
                        row.ifPresent(found -> into.add(slot.at(found)));
                    }
                }
                if (row.isPresent()) {
                    first = i + 1;
                    more = 0;
                } else {
                    more++;
                    join(into, first + " +" + more, lanes);
                }
            }
            return lanes.used();
        }

        /** The newest slot also stands for another mark. */
        private void join(List<Slot> into, String text, Lanes lanes) {
            Slot last = into.remove(into.size() - 1);
            double start = last.x() + GLYPH_PX;
            Slot longer =
                    new Slot(last.look(), last.x(), last.until(), start, start + words.width(text), text, last.row());
            into.add(longer);
            lanes.extend(longer.row(), longer.to());
        }

        private Slot slot(Mark mark, String text, boolean bar) {
            double x = x(TimeAxis.at(mark.date()));
            OptionalDouble until = mark.end()
                    .map(end -> OptionalDouble.of(x(TimeAxis.at(end))))
                    .orElse(mark.kind() == MarkKind.PRESCRIPTION ? OptionalDouble.of(width) : OptionalDouble.empty());
            Look look = mark.kind() == MarkKind.EVENT ? Look.EVENT : Look.PRESCRIPTION;
            return beside(look, x, bar ? until : OptionalDouble.empty(), text);
        }

        /** Words right of what they name, left of it where the picture ends. */
        private Slot beside(Look look, double x, OptionalDouble until, String text) {
            double length = words.width(text);
            double right = x + GLYPH_PX;
            double start = right + length <= width ? right : x - GLYPH_PX - length;
            if (look == Look.PRESCRIPTION && right + length > width) {
                start = Math.max(0, width - length);
            }
            return new Slot(look, x, until, start, start + length, text, 0);
        }

        private List<Slot> window(Timeline timeline) {
            List<Slot> slots = new ArrayList<>();
            timeline.expectation().ifPresent(window -> {
                Lanes lanes = new Lanes(WINDOW_ROWS);
                double from = x(TimeAxis.at(window.windowFrom()));
                double to = x(TimeAxis.at(window.windowTo()));
                Slot review = beside(
                        Look.REVIEW,
                        x(TimeAxis.at(window.firstReview())),
                        OptionalDouble.empty(),
                        words.fit(window.reviewLabel(), width / 2));
                for (Slot slot : List.of(review, bracket(from, to, words.fit(window.windowLabel(), width)))) {
                    slots.add(slot.at(lanes.take(slot.from(), slot.to()).orElse(WINDOW_ROWS - 1)));
                }
            });
            return slots;
        }

        /** Words inside the bracket, else before it, else behind it. */
        private Slot bracket(double from, double to, String text) {
            double length = words.width(text);
            double start = (from + to - length) / 2;
            if (length + 2 * GLYPH_PX > to - from) {
                start = from - GLYPH_PX - length >= 0 ? from - GLYPH_PX - length : to + GLYPH_PX;
            }
            start = Math.max(0, Math.min(start, width - length));
            return new Slot(Look.WINDOW, from, OptionalDouble.of(to), start, start + length, text, 0);
        }

        private double x(double time) {
            return (time - shown.getLowerBound()) / shown.getLength() * width;
        }
    }
}
