package org.plinth.core.outcome;

/** How well a figure of the literature is vouched for. Figures of less confidence are not used at all. */
public enum Grade {
    /** Read in the source that is named. */
    SOURCED,
    /** Known, but not read in its source yet: marked provisional wherever it is used. */
    PROVISIONAL
}
