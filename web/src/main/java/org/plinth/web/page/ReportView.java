package org.plinth.web.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plinth.web.report.Report;

/**
 * The page of a report.
 *
 * @param report what it says; empty for a letter about an episode that is not closed
 * @param audience for whom, as addresses carry it
 * @param choices for whom it may be written
 * @param action where a PDF is made
 * @param requestId of the form
 * @param sizes of paper
 * @param charts by name of the drawing
 * @param issued newest first
 */
public record ReportView(
        Optional<Report> report,
        String audience,
        List<Choice> choices,
        String action,
        String requestId,
        List<Option> sizes,
        Map<String, ChartView> charts,
        List<IssuedRow> issued) {

    /** Copies the collections. */
    public ReportView {
        choices = List.copyOf(choices);
        sizes = List.copyOf(sizes);
        charts = Map.copyOf(charts);
        issued = List.copyOf(issued);
    }

    /**
     * For whom it may be written.
     *
     * @param label in words
     * @param href its page
     * @param current whether this is it
     */
    public record Choice(String label, String href, boolean current) {}

    /**
     * A report that was issued.
     *
     * @param number of it
     * @param line for whom, and as of which day
     * @param state what may be said of it today
     * @param holds whether what it says has not changed
     * @param href the PDF; empty where it cannot be printed again
     */
    public record IssuedRow(String number, String line, String state, boolean holds, Optional<String> href) {}
}
