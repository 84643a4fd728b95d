package org.plinth.core.formula;

/**
 * A symbol of a formula.
 *
 * @param name as it stands in the formula; what follows an underscore is its index
 * @param unit UCUM unit; {@code 1} for a pure number
 * @param meaning in words
 */
public record Symbol(String name, String unit, String meaning) {}
