package org.plinth.web.page;

import java.util.List;

/**
 * All formulas.
 *
 * @param typed what was looked for
 * @param sections those that fit
 */
public record FormulasView(String typed, List<Section> sections) {

    /** Copies the list. */
    public FormulasView {
        sections = List.copyOf(sections);
    }

    /**
     * A group.
     *
     * @param id for headings
     * @param name in words
     * @param formulas of it
     */
    public record Section(String id, String name, List<FormulaView> formulas) {}
}
