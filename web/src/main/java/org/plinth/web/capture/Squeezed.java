package org.plinth.web.capture;

import java.util.List;

/**
 * What came of asking which sensor somebody squeezes or pulls.
 *
 * @param risen sensors whose force rose, in the order in which they were asked about; one of them is an answer, several are none
 * @param unheard sensors that could not be listened to: out of reach, in other hands, or without a unit of force
 */
public record Squeezed(List<String> risen, List<String> unheard) {

    /** Copies the lists. */
    public Squeezed {
        risen = List.copyOf(risen);
        unheard = List.copyOf(unheard);
    }
}
