package org.plinth.web.recordingfile;

/** How the unit of a force column is known. */
public enum UnitOrigin {
    /** The header names it. */
    HEADER,
    /** The header says kg, which is read as kgf; whoever shows the numbers says so. */
    HEADER_KILOGRAM,
    /** It was given with the file. */
    OPTION
}
