package org.plinth.web.page;

import java.util.List;
import java.util.Optional;

/**
 * A clinic's outcomes.
 *
 * @param form what was asked
 * @param positions that can be chosen
 * @param site the only one
 * @param said what was counted, in sentences
 * @param completeness of each measure
 * @param positionParts one for each position
 * @param scores what people said of themselves
 * @param endings why episodes ended
 * @param sites what can be said about differences between sites
 * @param definitions that the numbers lead to
 * @param exportHref where the table is; empty for who may not take it away
 */
public record OutcomesView(
        Form form,
        List<Option> positions,
        Option site,
        List<String> said,
        Figures completeness,
        List<PositionPart> positionParts,
        Figures scores,
        Figures endings,
        String sites,
        List<Definition> definitions,
        Optional<String> exportHref) {

    /** Copies the lists. */
    public OutcomesView {
        positions = List.copyOf(positions);
        said = List.copyOf(said);
        positionParts = List.copyOf(positionParts);
        definitions = List.copyOf(definitions);
    }

    /**
     * A table of figures.
     *
     * @param id of its heading
     * @param caption what it shows
     * @param heads of its columns
     * @param rows in order
     */
    public record Figures(String id, String caption, List<String> heads, List<Row> rows) {
        /** Copies the lists. */
        public Figures {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
        }
    }

    /**
     * One row.
     *
     * @param name of the figure
     * @param cells the others
     */
    public record Row(String name, List<Cell> cells) {
        /** Copies the list. */
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * One cell.
     *
     * @param text as it is read
     * @param definition where its definition stands; empty where it is no figure
     * @param few whether so few stand behind it that it says little
     */
    public record Cell(String text, Optional<String> definition, boolean few) {

        static Cell words(String text) {
            return new Cell(text, Optional.empty(), false);
        }

        static Cell number(String text, String definition, boolean few) {
            return new Cell(text, Optional.of("#define-" + definition), few);
        }
    }

    /**
     * One position.
     *
     * @param id of its heading
     * @param name of the position
     * @param said what stands out, in sentences
     * @param figures strength and symmetry
     * @param chart days to a confirmed symmetry; empty where nobody was followed
     * @param twin the same as a table
     * @param quality how good the tests were
     */
    public record PositionPart(
            String id,
            String name,
            List<String> said,
            Figures figures,
            Optional<ChartView> chart,
            Figures twin,
            Figures quality) {
        /** Copies the list. */
        public PositionPart {
            said = List.copyOf(said);
        }
    }

    /**
     * What a figure is.
     *
     * @param id the last part of its anchor
     * @param name of the figure
     * @param words what it is, with its source
     */
    public record Definition(String id, String name, String words) {}
}
