package org.plinth.web.page;

import java.util.List;
import java.util.Map;

/**
 * What a patient said about her data, and what can be done with all of them.
 *
 * @param href of her page
 * @param stand each kind of consent as it stands
 * @param said all that was ever said, newest first
 * @param seen number of the last one
 * @param consent the form for the next
 * @param kinds that can be asked
 * @param everythingHref all that is held about her
 * @param photos how many photos of set-ups are kept, in words; empty for none
 * @param steps of her erasure, in sentences
 * @param pending whether an erasure waits for somebody or for its day
 * @param stepSeen number of the last step
 * @param erasure the form that asks for it
 * @param grounds why the law wants it, by id
 */
public record PrivacyView(
        String href,
        List<Fact> stand,
        TableView said,
        int seen,
        Form consent,
        List<Option> kinds,
        String everythingHref,
        String photos,
        List<String> steps,
        boolean pending,
        int stepSeen,
        Form erasure,
        List<Option> grounds) {

    /** Copies the lists. */
    public PrivacyView {
        stand = List.copyOf(stand);
        kinds = List.copyOf(kinds);
        steps = List.copyOf(steps);
        grounds = List.copyOf(grounds);
    }

    /** Nothing typed yet but a day. */
    static Form today(String day) {
        return Form.of(Map.of("on", day));
    }
}
