/** The formula behind every number that is shown, as data: pages and documents are made from it. Start at {@code Formulas}. */
package org.plinth.core.formula;
