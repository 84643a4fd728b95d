package org.plinth.web.page;

import java.util.List;
import java.util.Optional;

/**
 * One thing that came in, and whose it is.
 *
 * @param href of this page
 * @param version to send back
 * @param title what it is
 * @param facts what the file says
 * @param curveHref its samples
 * @param inTray whether nobody has said whose it is
 * @param hers whose it is
 * @param offered who fits by number, or by date of birth and name
 * @param query what was looked for
 * @param people who was found
 * @param chosen who was chosen
 */
public record ImportItemView(
        String href,
        String version,
        String title,
        List<String> facts,
        Optional<String> curveHref,
        boolean inTray,
        Optional<Frame.Crumb> hers,
        Optional<PersonRow> offered,
        String query,
        List<PersonRow> people,
        Optional<Chosen> chosen) {

    /** Copies the lists. */
    public ImportItemView {
        facts = List.copyOf(facts);
        people = List.copyOf(people);
    }

    /**
     * Who was chosen, and what has still to be said.
     *
     * @param patient her id
     * @param name first and last
     * @param born in words
     * @param episodes open ones
     * @param positions to choose from; empty where none is asked
     * @param fields what the file does not say
     * @param askDate whether the day is not known
     * @param today the last day that can be
     * @param form as it was sent
     */
    public record Chosen(
            String patient,
            String name,
            String born,
            List<Option> episodes,
            List<Option> positions,
            List<Asked> fields,
            boolean askDate,
            String today,
            Form form) {

        /** Copies the lists. */
        public Chosen {
            episodes = List.copyOf(episodes);
            positions = List.copyOf(positions);
            fields = List.copyOf(fields);
        }
    }

    /**
     * A field that has still to be said.
     *
     * @param name what is sent
     * @param label as people read it
     * @param options to choose from; empty for words or a number
     */
    public record Asked(String name, String label, List<Option> options) {

        /** Copies the list. */
        public Asked {
            options = List.copyOf(options);
        }
    }
}
