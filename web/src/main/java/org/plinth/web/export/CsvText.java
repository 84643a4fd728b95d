package org.plinth.web.export;

import org.plinth.web.text.CellText;

/** Text that people typed, as a cell of a file that an export writes: {@link CellText}. */
public final class CsvText {

    private CsvText() {}

    /** The text whole, behind an apostrophe where it would run. */
    public static String inert(String text) {
        return CellText.inert(text);
    }
}
