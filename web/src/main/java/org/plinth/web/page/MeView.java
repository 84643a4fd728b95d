package org.plinth.web.page;

import java.util.List;
import java.util.Optional;
import org.plinth.web.words.Linked;

/**
 * The patient's own page: no criterion, no threshold, no forecast.
 *
 * @param hello greets her
 * @param readsFor for whom the reader reads it, where she is not the patient herself
 * @param call what she must do at once after what she answered; empty most of the time
 * @param whom to call when it gets worse
 * @param positions that were tested at closed visits
 * @param care goals, exercises, weeks and sitting
 * @param ask what she may answer; empty without an open episode
 * @param everythingHref all that is stored about her; empty for who reads for her
 */
public record MeView(
        String hello,
        Optional<String> readsFor,
        List<String> call,
        String whom,
        List<Position> positions,
        Care care,
        Optional<Ask> ask,
        Optional<String> everythingHref) {

    /** Copies the lists. */
    public MeView {
        call = List.copyOf(call);
        positions = List.copyOf(positions);
    }

    /**
     * One test in plain words.
     *
     * @param id for headings
     * @param name of the position in plain words
     * @param notSeen that a kind of sensor measured that was never tried; empty where none did
     * @param symmetry "about 8 out of 10"; empty where it cannot be said
     * @param tenths how many of ten to fill; empty where it is 10 or more
     * @param tenthsLabel the same in words
     * @param sure how sure that is
     * @param sides her own change, each leg
     * @param strength chart
     * @param unit of the table's forces
     * @param rows the table
     */
    public record Position(
            String id,
            String name,
            Optional<String> notSeen,
            Optional<Linked> symmetry,
            Optional<Integer> tenths,
            String tenthsLabel,
            Linked sure,
            List<PositionView.SideWords> sides,
            ChartView strength,
            String unit,
            List<PositionView.Row> rows) {}

    /**
     * What is agreed with her; each part is empty where there is nothing.
     *
     * @param goals in her words
     * @param exercises that hold today
     * @param weeks what the next weeks usually look like
     * @param sitting the next step
     */
    public record Care(List<Item> goals, List<Item> exercises, List<String> weeks, List<String> sitting) {

        /** Copies the lists. */
        public Care {
            goals = List.copyOf(goals);
            exercises = List.copyOf(exercises);
            weeks = List.copyOf(weeks);
            sitting = List.copyOf(sitting);
        }
    }

    /**
     * Something with a name and a few sentences.
     *
     * @param title of it
     * @param sentences about it
     */
    public record Item(String title, List<String> sentences) {

        /** Copies the sentences. */
        public Item {
            sentences = List.copyOf(sentences);
        }
    }

    /**
     * What she may answer.
     *
     * @param timings what an answer can be about
     * @param pains from 0 to 10
     * @param form as it was sent, or as it is offered
     * @param requestId sent twice is once
     * @param answers what she answered, newest first
     */
    public record Ask(List<Option> timings, List<Option> pains, Form form, String requestId, List<Answered> answers) {

        /** Copies the lists. */
        public Ask {
            timings = List.copyOf(timings);
            pains = List.copyOf(pains);
            answers = List.copyOf(answers);
        }
    }

    /**
     * One answer.
     *
     * @param words with its day
     * @param takeBack where it can be taken back; empty where it cannot
     * @param version that is shown
     */
    public record Answered(String words, Optional<String> takeBack, int version) {}
}
