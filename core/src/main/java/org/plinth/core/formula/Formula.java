package org.plinth.core.formula;

/**
 * How a number comes about.
 *
 * @param id of the number, with its unit, as files carry it
 * @param version rises when the formula changes
 * @param unit UCUM unit; {@code 1} for a pure number
 * @param text the formula, with the meaning and unit of each symbol
 * @param source author, year and DOI, or the decision that set it
 */
public record Formula(String id, int version, String unit, String text, String source) {}
