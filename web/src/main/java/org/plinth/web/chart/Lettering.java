package org.plinth.web.chart;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Words of one font with their width, so that none runs over another.
 *
 * @param font of the words
 */
record Lettering(Font font) {

    private static final FontRenderContext PAPER = new FontRenderContext(null, true, true);
    private static final String MORE = "…";

    /** Width of these words [px]. */
    double width(String words) {
        return font.getStringBounds(words, PAPER).getWidth();
    }

    /** The words, or as many of their letters as there is room for. */
    String fit(String words, double room) {
        if (width(words) <= room) {
            return words;
        }
        int kept = words.length();
        while (kept > 0 && width(words.substring(0, kept).strip() + MORE) > room) {
            kept = words.offsetByCodePoints(kept, -1);
        }
        return kept == 0 ? "" : words.substring(0, kept).strip() + MORE;
    }

    /** The words on at most so many lines, broken at spaces; what does not fit on the last is cut. */
    List<String> lines(String words, double room, int most) {
        List<String> lines = new ArrayList<>();
        String rest = words;
        while (!rest.isEmpty() && lines.size() < most - 1 && width(rest) > room) {
            int cut = rest.length();
            while (cut > 0 && width(rest.substring(0, cut)) > room) {
                cut = rest.lastIndexOf(' ', cut - 1);
            }
            if (cut <= 0) {
                break;
            }
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut + 1);
        }
        lines.add(fit(rest, room));
        return lines;
    }
}
