package org.plinth.web.photo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What the marks of a JPEG file say, read without decoding a pixel (ITU-T T.81, 1992, annex B; the way up from Exif 2.32, 2019, tag
 * 0x0112).
 *
 * @param orientation 1 to 8 as Exif counts; 1, upright, where nothing sensible is said
 * @param scans passes over the picture
 * @param whole whether its end is there
 */
record JpegMarks(int orientation, int scans, boolean whole) {

    private static final int MARK = 0xFF;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int EXIF = 0xE1;
    private static final int ORIENTATION = 0x0112;
    private static final int UPRIGHT = 1;
    private static final int MOST_ORIENTATION = 8;
    private static final int ENTRY_BYTES = 12;
    private static final byte[] EXIF_NAME = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    /** Whether a file begins as a JPEG does. */
    static boolean begins(byte[] file) {
        return file.length > 3 && unsigned(file, 0) == MARK && unsigned(file, 1) == 0xD8 && unsigned(file, 2) == MARK;
    }

    /** Reads them; of what breaks off, those before the break. */
    static JpegMarks of(byte[] file) {
        int orientation = UPRIGHT;
        int scans = 0;
        int at = 2;
        while (at + 1 < file.length && unsigned(file, at) == MARK) {
            int mark = unsigned(file, at + 1);
            if (mark == END) {
                return new JpegMarks(orientation, scans, true);
            }
            if (mark == MARK) {
                at++;
            } else if (isAlone(mark)) {
                at += 2;
            } else {
                int end = at + 2 + length(file, at + 2);
                if (mark == EXIF && orientation == UPRIGHT && end <= file.length) {
                    orientation = orientation(Arrays.copyOfRange(file, at + 4, Math.max(at + 4, end)));
                }
                if (mark == SCAN) {
                    scans++;
                    end = afterScan(file, end);
                }
                at = end;
            }
        }
        return new JpegMarks(orientation, scans, false);
    }

    /** Marks without a length: restarts, and one for private use. */
    private static boolean isAlone(int mark) {
        return mark == 0x01 || (mark >= 0xD0 && mark <= 0xD8);
    }

    /** Coded pixels end at the next mark that is neither a stuffed byte nor a restart. */
    private static int afterScan(byte[] file, int from) {
        int at = from;
        while (at + 1 < file.length) {
            if (unsigned(file, at) == MARK && unsigned(file, at + 1) != 0 && !isAlone(unsigned(file, at + 1))) {
                return at;
            }
            at++;
        }
        return file.length;
    }

    /** Of a segment, its own two bytes included: at least these, so that reading goes on. */
    private static int length(byte[] file, int at) {
        return at + 1 < file.length ? Math.max(2, unsigned(file, at) << 8 | unsigned(file, at + 1)) : file.length;
    }

    private static int orientation(byte[] segment) {
        if (segment.length < EXIF_NAME.length + 8
                || !Arrays.equals(EXIF_NAME, 0, EXIF_NAME.length, segment, 0, EXIF_NAME.length)) {
            return UPRIGHT;
        }
        ByteBuffer tiff = ByteBuffer.wrap(segment, EXIF_NAME.length, segment.length - EXIF_NAME.length)
                .slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long first = Integer.toUnsignedLong(tiff.getInt(4));
        if (first + 2 > tiff.limit()) {
            return UPRIGHT;
        }
        int entries = Short.toUnsignedInt(tiff.getShort((int) first));
        for (int i = 0; i < entries; i++) {
            long entry = first + 2 + (long) i * ENTRY_BYTES;
            if (entry + ENTRY_BYTES > tiff.limit()) {
                return UPRIGHT;
            }
            if (Short.toUnsignedInt(tiff.getShort((int) entry)) == ORIENTATION) {
                int said = Short.toUnsignedInt(tiff.getShort((int) entry + 8));
                return said >= UPRIGHT && said <= MOST_ORIENTATION ? said : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    private static int unsigned(byte[] file, int at) {
        return Byte.toUnsignedInt(file[at]);
    }
}
