/** Files to take away: results as CSV, with names for clinicians and pseudonyms for auditors. Start at {@code ResultsCsv}. */
package org.plinth.web.export;
