package org.plinth.web.page;

import java.util.List;

/**
 * Erasures that were asked for.
 *
 * @param erasures newest first
 */
public record ErasuresView(List<Row> erasures) {

    /** Copies the list. */
    public ErasuresView {
        erasures = List.copyOf(erasures);
    }

    /**
     * One.
     *
     * @param id of the patient
     * @param who by name for who may read it, else by the beginning of her id
     * @param steps in sentences, oldest first
     * @param version that was seen
     * @param canConfirm whether this reader may confirm it
     * @param canCancel whether it can still be called off
     */
    public record Row(
            String id, String who, List<String> steps, String version, boolean canConfirm, boolean canCancel) {

        /** Copies the list. */
        public Row {
            steps = List.copyOf(steps);
        }
    }
}
