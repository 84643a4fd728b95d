package org.plinth.web.drawing;

/**
 * The colours of a drawing. {@link #PAGE} names the custom properties of the page it stands in and so follows its theme
 * and print; a drawing that is a file of its own cannot see them and brings its colours.
 */
public enum Palette {
    /** For paper and light screens. */
    LIGHT("#ffffff", "#eeeeea", "#16211f", "#51605d", "#6f7d79", "#0072b2", "#d55e00"),
    /** For dark screens. */
    DARK("#1a2022", "#232b2d", "#eceeea", "#aebab7", "#82918f", "#56b4e9", "#e69f00"),
    /** Whatever the page has. */
    PAGE("var(--sheet)", "var(--sunk)", "var(--ink)", "var(--muted)", "var(--edge)", "var(--left)", "var(--right)");

    private final String sheet;
    private final String sunk;
    private final String ink;
    private final String muted;
    private final String edge;
    private final String left;
    private final String right;

    Palette(String sheet, String sunk, String ink, String muted, String edge, String left, String right) {
        this.sheet = sheet;
        this.sunk = sunk;
        this.ink = ink;
        this.muted = muted;
        this.edge = edge;
        this.left = left;
        this.right = right;
    }

    String of(Tone tone) {
        return switch (tone) {
            case NONE -> "none";
            case SHEET -> sheet;
            case SUNK -> sunk;
            case INK -> ink;
            case MUTED -> muted;
            case EDGE -> edge;
            case LEFT -> left;
            case RIGHT -> right;
        };
    }

    /** What a colour is for. */
    enum Tone {
        NONE,
        SHEET,
        SUNK,
        INK,
        MUTED,
        EDGE,
        LEFT,
        RIGHT
    }
}
