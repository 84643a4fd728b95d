package org.plinth.web.text;

/**
 * Text that people typed, as a cell of a file that a spreadsheet opens. A program like that runs what begins like a
 * formula (OWASP ASVS 5.0, 1.2.10); an apostrophe before it makes it text. Numbers are written by the exports
 * themselves and never come here, so a negative one stays a number.
 */
public final class CellText {

    /** The last four are the full-width forms, which some spreadsheets take for the plain ones. */
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n\0\uff1d\uff0b\uff0d\uff20";

    private CellText() {}

    /** The text whole, behind an apostrophe where it would run. */
    public static String inert(String text) {
        return !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
