package org.plinth.web.page;

import java.util.List;

/**
 * In the place of a patient who was erased.
 *
 * @param steps who asked, who confirmed, when it was done
 */
public record ErasedView(List<String> steps) {

    /** Copies the list. */
    public ErasedView {
        steps = List.copyOf(steps);
    }
}
