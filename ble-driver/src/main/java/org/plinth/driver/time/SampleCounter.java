package org.plinth.driver.time;

/**
 * Unwraps a running number of 16 bits and counts the numbers that never came. A number that is behind by at most
 * {@link #LATE_WINDOW} was overtaken or repeated; one that is far ahead or behind began anew. One thread.
 */
final class SampleCounter {

    /** How far behind a number may be to count as late; an engineering value. */
    static final int LATE_WINDOW = 64;

    private static final int MODULUS = 1 << 16;
    private static final int FARTHEST_AHEAD = 1 << 14;

    private final long[] seen = new long[LATE_WINDOW + 1];
    private boolean began;
    private long newest;
    private long lost;

    SampleCounter() {
        forget();
    }

    SampleClock.Step advance(int number) {
        if (!began) {
            begin(number);
            return SampleClock.Step.FIRST;
        }
        int ahead = Math.floorMod(number - newest, MODULUS);
        if (ahead > 0 && ahead <= FARTHEST_AHEAD) {
            lost += ahead - 1;
            accept(newest + ahead);
            return SampleClock.Step.FORWARD;
        }
        int behind = Math.floorMod(newest - number, MODULUS);
        if (behind <= LATE_WINDOW) {
            long which = newest - behind;
            return seen[slot(which)] == which ? SampleClock.Step.REPEATED : SampleClock.Step.LATE;
        }
        forget();
        begin(number);
        return SampleClock.Step.RESTARTED;
    }

    /** Numbers that never came, strictly inside the stream; a late one stays among them, since it is dropped. */
    long lost() {
        return lost;
    }

    /** The stream began anew: what lies between is not counted. */
    void newSegment() {
        began = false;
        forget();
    }

    private void begin(int number) {
        began = true;
        accept(number);
    }

    private void accept(long number) {
        newest = number;
        seen[slot(number)] = number;
    }

    private void forget() {
        java.util.Arrays.fill(seen, Long.MIN_VALUE);
    }

    private static int slot(long number) {
        return (int) (number % (LATE_WINDOW + 1));
    }
}
