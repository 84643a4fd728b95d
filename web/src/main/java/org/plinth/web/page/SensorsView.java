package org.plinth.web.page;

import java.util.List;

/**
 * The sensors of a clinic.
 *
 * @param sensors by label
 */
public record SensorsView(List<Row> sensors) {

    /** Copies the list. */
    public SensorsView {
        sensors = List.copyOf(sensors);
    }

    /**
     * One of them.
     *
     * @param label as the clinic calls it
     * @param href its page
     * @param serial as it identifies itself
     * @param state in words
     * @param trusted whether that is good
     * @param checked when it was checked last, in words
     */
    public record Row(String label, String href, String serial, String state, boolean trusted, String checked) {}
}
