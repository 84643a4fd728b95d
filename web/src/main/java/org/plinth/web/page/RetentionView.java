package org.plinth.web.page;

/**
 * How long records are kept, and whose need not be kept longer.
 *
 * @param stands the rule in a sentence, or that there is none
 * @param mayChange whether this reader may
 * @param version of the rule that was seen
 * @param form for the next
 * @param due whose record need not be kept longer
 */
public record RetentionView(String stands, boolean mayChange, String version, Form form, TableView due) {}
