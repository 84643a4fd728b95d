package org.plinth.web.chart;

/** What stands on the time axis beside the tests. */
public enum MarkKind {
    /** Something that happened: an injection, a flare-up, a race. */
    EVENT,
    /** A block of exercises, from the day it began. */
    PRESCRIPTION
}
