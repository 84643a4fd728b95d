package org.plinth.driver.time;

import java.util.Arrays;

/**
 * Unwraps a sensor's running clock into µs that never wrap, over any number of wraps.
 *
 * <p>A stamp is told apart by how it stands to the newest one:
 *
 * <ul>
 *   <li>ahead by at most {@link #LONGEST_SILENCE_MICROS}, over the wrap or not: {@link Step#FORWARD}
 *   <li>behind by at most {@link #LATE_WINDOW_MICROS}: {@link Step#REPEATED} if it was seen, else {@link Step#LATE}
 *   <li>anything else: the clock began anew, {@link Step#RESTARTED}
 * </ul>
 *
 * <p>Both limits are engineering values. Bluetooth drops a link after at most 32 s of silence, so a longer jump is no
 * silence; a packet overtaken by two seconds of others was never seen. A restart within two seconds of a start looks
 * late: whoever restarts a sensor says so by {@link #newSegment()}. One thread.
 */
public final class SampleClock {

    /** Longest silence that one stream can hold [µs]. */
    public static final long LONGEST_SILENCE_MICROS = 60_000_000;

    /** How far behind a stamp may be to count as late [µs]. */
    public static final long LATE_WINDOW_MICROS = 2_000_000;

    private static final int REMEMBERED = 1024;
    private static final long NONE = Long.MIN_VALUE;

    private final long wrapTicks;
    private final long microsPerTick;
    private final long[] recent = new long[REMEMBERED];
    private int next;
    private boolean started;
    private long newestTicks;

    /** How a stamp stands to the newest one. */
    public enum Step {
        /** The first of a segment that was asked for. */
        FIRST,
        /** After the newest. */
        FORWARD,
        /** Seen before. */
        REPEATED,
        /** Before the newest, not seen before. */
        LATE,
        /** The clock began anew with this stamp. */
        RESTARTED
    }

    /**
     * A clock of so many bits.
     *
     * @param bits width of the counter, 1 to 32
     * @param microsPerTick length of a tick [µs]
     */
    public SampleClock(int bits, long microsPerTick) {
        if (bits < 1 || bits > 32 || microsPerTick < 1) {
            throw new IllegalArgumentException("no clock has " + bits + " bits of " + microsPerTick + " µs");
        }
        this.wrapTicks = 1L << bits;
        this.microsPerTick = microsPerTick;
        Arrays.fill(recent, NONE);
    }

    /** The usual one: 32 bits of 1 µs, which wraps after 71.6 minutes. */
    public static SampleClock ofUnsignedMicros() {
        return new SampleClock(32, 1);
    }

    /** Takes the next stamp, in ticks as the sensor sent it. Only a fresh one moves {@link #micros()}. */
    public Step advance(long stampTicks) {
        if (!started) {
            begin(stampTicks);
            return Step.FIRST;
        }
        long ahead = Math.floorMod(stampTicks - newestTicks, wrapTicks);
        if (ahead > 0 && ahead * microsPerTick <= LONGEST_SILENCE_MICROS) {
            accept(newestTicks + ahead);
            return Step.FORWARD;
        }
        long behind = Math.floorMod(newestTicks - stampTicks, wrapTicks);
        if (behind * microsPerTick <= LATE_WINDOW_MICROS) {
            return wasSeen(newestTicks - behind) ? Step.REPEATED : Step.LATE;
        }
        newSegment();
        begin(stampTicks);
        return Step.RESTARTED;
    }

    /** Time from one stamp of this clock to a later one [µs], over a wrap or not. */
    public long microsBetween(long stampTicks, long laterTicks) {
        return Math.floorMod(laterTicks - stampTicks, wrapTicks) * microsPerTick;
    }

    /** Time of the newest stamp [µs], unwrapped, on the clock of its segment. */
    public long micros() {
        return newestTicks * microsPerTick;
    }

    /** Forgets what was: the next stamp begins a segment. */
    public void newSegment() {
        started = false;
        Arrays.fill(recent, NONE);
    }

    private void begin(long stampTicks) {
        started = true;
        accept(Math.floorMod(stampTicks, wrapTicks));
    }

    private void accept(long ticks) {
        newestTicks = ticks;
        recent[next] = ticks;
        next = (next + 1) % REMEMBERED;
    }

    private boolean wasSeen(long ticks) {
        for (long seen : recent) {
            if (seen == ticks) {
                return true;
            }
        }
        return false;
    }
}
