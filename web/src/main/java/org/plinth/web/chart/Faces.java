package org.plinth.web.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The face of chart text, regular and bold. It ships with Plinth, so that a chart's layout does not depend on the
 * machine.
 *
 * @param plain regular
 * @param bold bold
 */
record Faces(Font plain, Font bold) {

    private static final String FAMILY = "DejaVu Sans";

    static Faces bundled() {
        return new Faces(load("DejaVuSans.ttf", Font.PLAIN), load("DejaVuSans-Bold.ttf", Font.BOLD));
    }

    private static Font load(String file, int style) {
        try (InputStream in = Faces.class.getResourceAsStream("/org/plinth/web/font/" + file)) {
            return in == null ? new Font(FAMILY, style, 12) : Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled font " + file + " cannot be read", e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the bundled font " + file + " is damaged; install Plinth again", e);
        }
    }
}
