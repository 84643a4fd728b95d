package org.plinth.web.page;

import java.util.List;
import java.util.Optional;

/**
 * All test positions, by family.
 *
 * @param families in the order of the catalogue
 */
public record PositionsView(List<Family> families) {

    /** Copies the list. */
    public PositionsView {
        families = List.copyOf(families);
    }

    /**
     * Positions of a kind.
     *
     * @param id for headings
     * @param name "Curls"
     * @param cards its positions
     */
    public record Family(String id, String name, List<Card> cards) {

        /** Copies the list. */
        public Family {
            cards = List.copyOf(cards);
        }
    }

    /**
     * One position.
     *
     * @param name "Prone curl, knee 15°"
     * @param href its page
     * @param drawing where its picture is; empty where there is none
     * @param alt the picture in words
     */
    public record Card(String name, String href, Optional<String> drawing, String alt) {}
}
