package org.plinth.web.page;

import io.nayuki.qrcodegen.QrCode;

/**
 * A text as a QR picture: the outline of its dark modules, for the {@code d} of an SVG path.
 *
 * @param outline in modules, the margin included
 * @param size modules a side, the margin included
 */
record QrPicture(String outline, int size) {

    /** ISO/IEC 18004 asks for four light modules round it. */
    private static final int MARGIN = 4;

    static QrPicture of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder outline = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    outline.append('M')
                            .append(x + MARGIN)
                            .append(' ')
                            .append(y + MARGIN)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrPicture(outline.toString(), code.size + 2 * MARGIN);
    }
}
