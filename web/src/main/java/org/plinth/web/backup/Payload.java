package org.plinth.web.backup;

import java.util.regex.Pattern;

/** The bytes that stand before entries, rows and values inside a backup ({@code docs/data-format.md} §26). */
final class Payload {

    static final byte MANIFEST = 'M';
    static final byte TABLE = 'T';
    static final byte JOURNAL = 'J';
    static final byte FILE = 'F';
    static final byte KEY = 'K';
    static final byte END = 'E';

    static final byte ROW = 1;
    static final byte NO_MORE = 0;

    static final byte ABSENT = 0;
    static final byte TEXT = 1;
    static final byte WHOLE = 2;
    static final byte REAL = 3;
    static final byte TRUE = 4;
    static final byte FALSE = 5;
    static final byte ID = 6;
    static final byte MOMENT = 7;
    static final byte DAY = 8;
    static final byte BYTES = 9;

    /** A journal, or the cut-off end of one, below the folder of journals. */
    static final Pattern JOURNAL_NAME = Pattern.compile("([0-9a-f]{2})/(\\1[0-9a-f]{30})\\.plj(\\.tail-[0-9]{1,18})?");

    /** What lies beside the database and goes along. */
    static final Pattern FILE_NAME = Pattern.compile("erasures\\.list|checkpoints/[0-9a-z]{1,40}\\.(ndjson|pem)");

    static final int BLOCK_BYTES = 1 << 16;
    static final int MOST_TEXT_BYTES = 1 << 26;
    static final int MOST_COLUMNS = 1000;

    private Payload() {}
}
