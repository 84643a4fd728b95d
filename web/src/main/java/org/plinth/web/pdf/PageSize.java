package org.plinth.web.pdf;

/** Paper that a document is printed on. */
public enum PageSize {
    /** 210 × 297 mm (ISO 216). */
    A4("A4"),
    /** 8.5 × 11 in (ANSI/ASME Y14.1). */
    LETTER("letter");

    private final String css;

    PageSize(String css) {
        this.css = css;
    }

    /** As a style sheet names it. */
    public String css() {
        return css;
    }
}
