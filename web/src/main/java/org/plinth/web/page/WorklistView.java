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
 */
public record WorklistView(
        String today,
        Optional<Recovery> recovery,
        List<OpenVisit> open,
        List<PersonRow> people,
        List<AlertRow> alerts) {

    /** Copies the lists. */
    public WorklistView {
        open = List.copyOf(open);
        people = List.copyOf(people);
        alerts = List.copyOf(alerts);
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
}
