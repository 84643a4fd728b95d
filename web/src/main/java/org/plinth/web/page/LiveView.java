package org.plinth.web.page;

import java.util.List;

/**
 * What the live page begins with. Its script asks the API for everything that can change.
 *
 * @param data for the script, as JSON: visit, patient, sides, unit, positions on offer, words
 * @param bodies how the patient may lie, each with its drawing
 * @param summaryHref where the visit's summary is
 */
public record LiveView(String data, List<Body> bodies, String summaryHref) {

    /** Copies the list. */
    public LiveView {
        bodies = List.copyOf(bodies);
    }

    /**
     * A way of lying, as the drawing shows it.
     *
     * @param id {@code prone}, {@code supine}, {@code sitting} or {@code standing}
     * @param label in words, with where one looks from
     */
    public record Body(String id, String label) {}
}
