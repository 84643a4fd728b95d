package org.plinth.web.report;

import java.util.List;
import java.util.Optional;
import org.plinth.web.pdf.PageSize;

/**
 * A report on paper: what it says, and what stands round it on every page.
 *
 * @param report what it says
 * @param size of the pages
 * @param head at the head of every page: whom it is about, and that it is made up where it is
 * @param foot lines at the foot of every page: number, engine, where its state can be read
 * @param page the word for page
 * @param of the word between the number of a page and how many there are
 * @param to a line for the name of whom it goes to
 * @param closing lines at the end, such as who made it
 */
public record ReportPrint(
        Report report,
        PageSize size,
        String head,
        List<String> foot,
        String page,
        String of,
        Optional<String> to,
        List<String> closing) {

    /** Template that prints it. */
    public static final String TEMPLATE = "pdf/report";

    /** Copies the lists. */
    public ReportPrint {
        foot = List.copyOf(foot);
        closing = List.copyOf(closing);
    }
}
