package org.plinth.web.page;

import java.util.List;
import java.util.Optional;

/**
 * A sheet that comes back: its days on one screen.
 *
 * @param action where it is sent
 * @param back to the episode
 * @param paper the sheet to print
 * @param requestId of the form
 * @param days oldest first
 * @param step the step of sitting that was due; empty where there is none, or another role's to note
 * @param closed whether nothing can be noted any more
 * @param saved how many answers were noted just now; empty before
 */
public record TakeHomeView(
        String action,
        String back,
        String paper,
        String requestId,
        List<Day> days,
        Optional<Sitting> step,
        boolean closed,
        Optional<String> saved) {

    /** Copies the list. */
    public TakeHomeView {
        days = List.copyOf(days);
    }

    /**
     * A day with exercises.
     *
     * @param day in words
     * @param asks what is asked about it
     */
    public record Day(String day, List<Ask> asks) {
        /** Copies the list. */
        public Day {
            asks = List.copyOf(asks);
        }
    }

    /**
     * One question.
     *
     * @param name of its field
     * @param label in words, with the day
     * @param answer what was answered already; empty where nothing was
     * @param open whether it can be answered: its day has come
     */
    public record Ask(String name, String label, Optional<String> answer, boolean open) {}

    /**
     * The step of sitting that was due.
     *
     * @param words how long, on what
     * @param done whether it is noted already
     */
    public record Sitting(String words, boolean done) {}
}
