package org.plinth.web.page;

/**
 * A label and what stands beside it.
 *
 * @param label what it is
 * @param value in words, never empty
 */
public record Fact(String label, String value) {}
