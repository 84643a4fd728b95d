/**
 * Outcomes beside strength: which scores there are, what a value of one must say, and whether two differ by more than
 * measurement error. Totals and single answers only, never the text of a questionnaire's items; no storage. Start at
 * {@code InstrumentCatalogue} and {@code Score}.
 */
package org.plinth.core.outcome;
