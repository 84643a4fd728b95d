package org.plinth.web.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The bytes of a file that somebody sent, and what may stand in them. Nothing is ever written to a path that a file names.
 *
 * @param bytes all of it; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and too large for a copy.
public record ImportFile(byte[] bytes) {

    /** Most bytes of a file as it is sent. */
    public static final int MOST_BYTES = 16 << 20;

    /** Most files in a ZIP. */
    static final int MOST_MEMBERS = 200;

    /** Most bytes that one file of a ZIP unpacks to. */
    static final int MOST_OF_MEMBER = 16 << 20;

    /** Most bytes that all of them unpack to. */
    static final int MOST_UNPACKED = 32 << 20;

    /** More than this is no table: text packs to a twentieth at best, a bomb to a thousandth. */
    static final int MOST_RATIO = 100;

    private static final int FREE_OF_RATIO = 1 << 20;

    /** Takes one file of several; says what is wrong by throwing. */
    @FunctionalInterface
    interface Taker {
        void take(int number, byte[] member);
    }

    InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    boolean isZip() {
        return startsWith(bytes, 'P', 'K', 3, 4) || startsWith(bytes, 'P', 'K', 5, 6);
    }

    /** Whether it is packed in another way than ZIP. */
    static boolean isGzip(byte[] content) {
        return startsWith(content, 0x1f, 0x8b);
    }

    private static boolean startsWith(byte[] content, int... first) {
        if (content.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if ((content[i] & 0xff) != first[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Every file of a ZIP, or the file itself as number 0.
     *
     * @throws WrongCell naming what a ZIP may not be: too many files, too large, packed too tightly, a ZIP in a ZIP, damaged
     */
    void each(Taker taker) throws WrongCell {
        if (!isZip()) {
            taker.take(0, bytes);
            return;
        }
        int number = 0;
        long unpacked = 0;
        try (ZipInputStream zip = new ZipInputStream(open())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                if (++number > MOST_MEMBERS) {
                    throw new WrongCell("zip.many", MOST_MEMBERS);
                }
                byte[] member = unpack(zip, unpacked);
                unpacked += member.length;
                if (new ImportFile(member).isZip() || isGzip(member)) {
                    throw new WrongCell("zip.nested", number);
                }
                taker.take(number, member);
            }
        } catch (IOException | IllegalArgumentException damaged) {
            throw new WrongCell("zip.damaged", Math.max(number, 1));
        }
        if (number == 0) {
            throw new WrongCell("zip.empty");
        }
    }

    /** Counts while it unpacks, and believes no number that the ZIP says about itself. */
    private byte[] unpack(ZipInputStream zip, long before) throws IOException, WrongCell {
        long most = Math.min(MOST_OF_MEMBER, MOST_UNPACKED - before);
        long byRatio = Math.max(FREE_OF_RATIO, (long) bytes.length * MOST_RATIO) - before;
        int limit = (int) Math.max(0, Math.min(most, byRatio));
        byte[] member = zip.readNBytes(limit + 1);
        if (member.length > limit) {
            throw new WrongCell("zip.large", MOST_OF_MEMBER >> 20, MOST_UNPACKED >> 20, MOST_RATIO);
        }
        return member;
    }
}
