/**
 * A clinic's outcomes: closed episodes read together, one row for each episode, position and stage, and what is counted from them.
 * No file format and no page here. Start at {@code OutcomeReader}.
 */
package org.plinth.web.outcome;
