package org.plinth.core.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Makes a table such that nobody in it stands out: of what could point to a person (age band, leg …) just so much is made coarser
 * that every row looks like rows of at least k people; rows that still do not are left out, at most one in twenty where that can be had.
 *
 * <pre>
 *   loss of a choice = Σ weight·level/highest level  over the columns / Σ weight
 *   chosen: the least loss among those that leave out ≤ 5 % of the rows; where none does, the one that leaves out fewest, then least loss
 * </pre>
 *
 * <p>All choices are tried, so the answer is the best of them, not a good one. k people look alike; what was measured of them may
 * still be alike too, so this alone makes no table anonymous.
 *
 * @see <a href="https://doi.org/10.1142/S021848850200165X">Sweeney (2002), Int J Uncertain Fuzz 10:571-588</a>
 * @see <a href="https://doi.org/10.1109/69.971193">Samarati (2001), IEEE Trans Knowl Data Eng 13:1010-1027</a>
 */
public final class Generalisation {

    /** What may be left out before more is made coarser [part of the rows]; assumed. */
    public static final double MOST_LEFT_OUT = 0.05;

    private static final double SAME = 1e-12;

    private Generalisation() {}

    /**
     * A column that could point to a person.
     *
     * @param name of the column
     * @param weight what its loss counts; above 0
     * @param levels from finest to coarsest; the first leaves it as it is
     */
    public record Column(String name, double weight, List<Level> levels) {
        /** Copies the list. */
        public Column {
            levels = List.copyOf(levels);
            if (levels.isEmpty() || !(weight > 0)) {
                throw new IllegalArgumentException("a column needs a level and a weight above 0");
            }
        }
    }

    /**
     * How coarse.
     *
     * @param name says so in a report
     * @param of a value as it is told at this level
     */
    public record Level(String name, UnaryOperator<String> of) {}

    /**
     * One row.
     *
     * @param person whose; counted once however many rows she has
     * @param values one for each column, in their order
     */
    public record Row(int person, List<String> values) {
        /** Copies the list. */
        public Row {
            values = List.copyOf(values);
        }
    }

    /**
     * What was chosen.
     *
     * @param levels the level of each column, by its number
     * @param kept whether each row stays
     * @param values of each row as they may be told
     * @param reached the fewest people that rows which stay look like; 0 where none stays
     * @param loss of the choice, 0 (nothing) to 1 (all columns at their coarsest)
     */
    public record Outcome(
            List<Integer> levels, List<Boolean> kept, List<List<String>> values, int reached, double loss) {
        /** Copies the lists. */
        public Outcome {
            levels = List.copyOf(levels);
            kept = List.copyOf(kept);
            values = List.copyOf(values);
        }

        /** How many rows stay. */
        public int rowsKept() {
            return (int) kept.stream().filter(stays -> stays).count();
        }
    }

    /** The best choice for these rows; {@code k} at least 2. */
    public static Outcome of(List<Column> columns, List<Row> rows, int k) {
        if (k < 2) {
            throw new IllegalArgumentException("k must be 2 or more, was " + k);
        }
        List<Group> groups = groups(rows);
        int[] best = new int[columns.size()];
        double bestLoss = Double.POSITIVE_INFINITY;
        int bestLeftOut = Integer.MAX_VALUE;
        int allowed = (int) Math.floor(MOST_LEFT_OUT * rows.size());
        for (int[] levels : choices(columns, rows)) {
            int leftOut = leftOut(columns, groups, levels, k);
            double loss = loss(columns, levels);
            int over = Math.max(0, leftOut - allowed);
            int bestOver = Math.max(0, bestLeftOut - allowed);
            boolean better = over < bestOver
                    || (over == bestOver && loss < bestLoss - SAME)
                    || (over == bestOver && Math.abs(loss - bestLoss) <= SAME && leftOut < bestLeftOut);
            if (better) {
                best = levels;
                bestLoss = loss;
                bestLeftOut = leftOut;
            }
        }
        return outcome(columns, rows, best, k);
    }

    /** Rows that look alike as they are. */
    private static final class Group {
        private final List<String> values;
        private final BitSet people = new BitSet();
        private int rows;

        Group(List<String> values) {
            this.values = values;
        }
    }

    private static List<Group> groups(List<Row> rows) {
        Map<List<String>, Group> byValues = new HashMap<>();
        for (Row row : rows) {
            Group group = byValues.computeIfAbsent(row.values(), Group::new);
            group.people.set(row.person());
            group.rows++;
        }
        return List.copyOf(byValues.values());
    }

    /** All combinations of levels; a column that is the same in all rows stays as it is, coarser would gain nothing. */
    private static List<int[]> choices(List<Column> columns, List<Row> rows) {
        List<int[]> all = new ArrayList<>();
        all.add(new int[columns.size()]);
        for (int column = 0; column < columns.size(); column++) {
            int at = column;
            long different = rows.stream()
                    .map(row -> row.values().get(at))
                    .distinct()
                    .limit(2)
                    .count();
            int levels = different < 2 ? 1 : columns.get(column).levels().size();
            List<int[]> more = new ArrayList<>();
            for (int[] choice : all) {
                for (int level = 0; level < levels; level++) {
                    int[] next = choice.clone();
                    next[column] = level;
                    more.add(next);
                }
            }
            all = more;
        }
        return all;
    }

    private static double loss(List<Column> columns, int[] levels) {
        double lost = 0;
        double weights = 0;
        for (int i = 0; i < levels.length; i++) {
            Column column = columns.get(i);
            weights += column.weight();
            lost += levels[i] == 0
                    ? 0
                    : column.weight() * levels[i] / (column.levels().size() - 1);
        }
        return weights == 0 ? 0 : lost / weights;
    }

    private static int leftOut(List<Column> columns, List<Group> groups, int[] levels, int k) {
        Map<List<String>, Group> merged = new HashMap<>();
        for (Group group : groups) {
            List<String> told = told(columns, group.values, levels);
            Group into = merged.computeIfAbsent(told, Group::new);
            into.people.or(group.people);
            into.rows += group.rows;
        }
        return merged.values().stream()
                .filter(group -> group.people.cardinality() < k)
                .mapToInt(group -> group.rows)
                .sum();
    }

    private static List<String> told(List<Column> columns, List<String> values, int[] levels) {
        List<String> told = new ArrayList<>(levels.length);
        for (int i = 0; i < levels.length; i++) {
            told.add(columns.get(i).levels().get(levels[i]).of().apply(values.get(i)));
        }
        return told;
    }

    private static Outcome outcome(List<Column> columns, List<Row> rows, int[] levels, int k) {
        Map<List<String>, BitSet> people = new HashMap<>();
        List<List<String>> told = new ArrayList<>();
        for (Row row : rows) {
            List<String> values = told(columns, row.values(), levels);
            told.add(List.copyOf(values));
            people.computeIfAbsent(values, v -> new BitSet()).set(row.person());
        }
        List<Boolean> kept = new ArrayList<>();
        int reached = Integer.MAX_VALUE;
        for (List<String> values : told) {
            int alike = people.getOrDefault(values, new BitSet()).cardinality();
            kept.add(alike >= k);
            reached = alike >= k ? Math.min(reached, alike) : reached;
        }
        return new Outcome(
                Arrays.stream(levels).boxed().toList(),
                kept,
                told,
                reached == Integer.MAX_VALUE ? 0 : reached,
                loss(columns, levels));
    }
}
