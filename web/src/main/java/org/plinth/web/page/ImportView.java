package org.plinth.web.page;

import java.util.List;
import java.util.Optional;

/**
 * One file: what would happen to it, or what became of it.
 *
 * @param href of this page
 * @param version to send back
 * @param lines what it is and how far
 * @param preview empty once it is none
 * @param items what came of it
 * @param obstacles why it cannot be taken out again
 * @param undo whether it can be taken out again
 * @param erase who waits to be erased; empty for nobody
 * @param mayErase whether the person who looks may confirm that
 */
public record ImportView(
        String href,
        String version,
        List<String> lines,
        Optional<Shown> preview,
        Optional<TableView> items,
        List<String> obstacles,
        boolean undo,
        Optional<String> erase,
        boolean mayErase) {

    /** Copies the lists. */
    public ImportView {
        lines = List.copyOf(lines);
        obstacles = List.copyOf(obstacles);
    }

    /**
     * A preview.
     *
     * @param counts how many rows go which way
     * @param questions what only a person can say
     * @param wrong what is wrong, and where
     * @param wrongMore that there is more than is shown; empty text where not
     * @param notices what has to be known
     * @param rows what would happen to each
     * @param rowsMore that there are more than are shown; empty text where not
     * @param canConfirm whether it can be taken in now
     * @param partly whether only without the wrong rows
     */
    public record Shown(
            List<String> counts,
            List<Ask> questions,
            List<Wrong> wrong,
            String wrongMore,
            List<String> notices,
            List<Row> rows,
            String rowsMore,
            boolean canConfirm,
            boolean partly) {

        /** Copies the lists. */
        public Shown {
            counts = List.copyOf(counts);
            questions = List.copyOf(questions);
            wrong = List.copyOf(wrong);
            notices = List.copyOf(notices);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A question.
     *
     * @param name what is sent
     * @param label as people read it
     * @param options to choose from
     * @param answer that was given; empty text for none
     * @param must whether it has to be answered
     */
    public record Ask(String name, String label, List<Option> options, String answer, boolean must) {

        /** Copies the list. */
        public Ask {
            options = List.copyOf(options);
        }
    }

    /**
     * Something wrong.
     *
     * @param anchor of its row; empty where it is about the whole
     * @param where line and column
     * @param found what stands there
     * @param what is wrong and what to do
     */
    public record Wrong(Optional<String> anchor, String where, String found, String what) {}

    /**
     * A row.
     *
     * @param anchor to jump to
     * @param where it stands
     * @param who it says it is about
     * @param content what is read of it
     * @param fate what would happen
     * @param hereHref who is here already
     * @param other name of the box that says that this is another person; empty where that is no question
     */
    public record Row(
            String anchor,
            String where,
            String who,
            String content,
            String fate,
            Optional<String> hereHref,
            Optional<String> other) {}
}
