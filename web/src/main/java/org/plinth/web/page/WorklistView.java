package org.plinth.web.page;

import java.util.List;
import java.util.Optional;

/**
 * The clinician's first page.
 *
 * @param today in words
 * @param recovery what was found at start; empty when there is nothing to tell
 * @param open visits that are not closed
 * @param people open episodes, last seen first
 * @param alerts emergencies that she was told of and has not read
 * @param answers from home that somebody has to read
 * @param retests that are due, longest overdue first, a few of them
 * @param allRetests words that lead to all of them
 * @param reading how far the episodes have been read in which retests may be due; empty once they all are
 */
public record WorklistView(
        String today,
        Optional<Recovery> recovery,
        List<OpenVisit> open,
        List<PersonRow> people,
        List<AlertRow> alerts,
        List<Answer> answers,
        List<DueTest> retests,
        String allRetests,
        Optional<String> reading) {

    /** Copies the lists. */
    public WorklistView {
        open = List.copyOf(open);
        people = List.copyOf(people);
        alerts = List.copyOf(alerts);
        answers = List.copyOf(answers);
        retests = List.copyOf(retests);
    }

    /**
     * What was found at start.
     *
     * @param summary in one sentence
     * @param lines one for each recording
     */
    public record Recovery(String summary, List<Line> lines) {}

    /**
     * One recording that was cut off.
     *
     * @param text what was saved of it
     * @param href its visit
     */
    public record Line(String text, Optional<String> href) {}

    /**
     * A visit to resume.
     *
     * @param name of the patient
     * @param birthDate of the patient
     * @param since when it was opened
     * @param patientHref her page
     * @param liveHref where it goes on
     */
    public record OpenVisit(String name, String birthDate, String since, String patientHref, String liveHref) {}

    /**
     * An answer from home above the limit.
     *
     * @param name of the patient
     * @param birthDate of the patient
     * @param said what she answered
     * @param owner who should deal with it
     * @param hers whether that is who reads this
     * @param episodeHref the episode
     * @param entryHref where it is written what was done
     */
    public record Answer(
            String name,
            String birthDate,
            String said,
            String owner,
            boolean hers,
            String episodeHref,
            String entryHref) {}

    /**
     * A test that is due.
     *
     * @param name of the patient
     * @param birthDate of the patient
     * @param due in words
     * @param href the episode
     */
    public record DueTest(String name, String birthDate, String due, String href) {}
}
