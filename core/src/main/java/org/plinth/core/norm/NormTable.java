package org.plinth.core.norm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.plinth.core.norm.Norm.Statistic;

/** The reference values that ship with Plinth. Immutable. */
public final class NormTable {

    private static final String FILE = "norms.tsv";
    private static final String HEADER =
            "position\tunit\tsex\tpopulation\tpeople\tstatistic\tfirst\tsecond\tnote\tsource";
    private static final int COLUMNS = 10;

    private final List<Norm> norms;

    private NormTable(List<Norm> norms) {
        this.norms = List.copyOf(norms);
    }

    /**
     * Reads the bundled table.
     *
     * @throws IllegalStateException naming file and line if it is unusable
     */
    public static NormTable bundled() {
        try (InputStream in = NormTable.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + ": no such file");
            }
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(FILE + ": cannot be read", e);
        }
    }

    static NormTable of(String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new IllegalStateException(FILE + ":1: must name the columns " + HEADER.replace('\t', ' '));
        }
        List<Norm> norms = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            norms.add(row(lines.get(i).split("\t", -1), i + 1));
        }
        return new NormTable(norms);
    }

    private static Norm row(String[] cells, int line) {
        if (cells.length != COLUMNS) {
            throw new IllegalStateException(FILE + ":" + line + ": has " + cells.length + " columns, not " + COLUMNS);
        }
        try {
            return new Norm(
                    cells[0],
                    cells[1],
                    cells[2],
                    cells[3],
                    cells[4].isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(cells[4])),
                    Statistic.valueOf(cells[5]),
                    Double.parseDouble(cells[6]),
                    Double.parseDouble(cells[7]),
                    cells[8].isEmpty() ? Optional.empty() : Optional.of(cells[8]),
                    cells[9]);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(FILE + ":" + line + ": " + e.getMessage(), e);
        }
    }

    /** All. */
    public List<Norm> all() {
        return norms;
    }

    /** Those of a position, by its id. */
    public List<Norm> forPosition(String id) {
        return norms.stream().filter(norm -> norm.position().equals(id)).toList();
    }
}
