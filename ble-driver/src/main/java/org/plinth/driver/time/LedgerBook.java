package org.plinth.driver.time;

import java.util.OptionalLong;
import org.plinth.driver.Ledger;

/** Keeps the account of one recording while it is made. One thread. */
public final class LedgerBook {

    private long packets;
    private long received;
    private long duplicated;
    private long late;
    private long malformed;
    private long missing;
    private long boundaryGaps;
    private long longestSilenceMicros;

    /** A packet came. */
    public void packet() {
        packets++;
    }

    /** A sample was delivered. */
    public void received() {
        received++;
    }

    /** A sample came again. */
    public void duplicated() {
        duplicated++;
    }

    /** A sample came after newer ones. */
    public void late() {
        late++;
    }

    /** Something could not be read. */
    public void malformed() {
        malformed++;
    }

    /** A sample was not a finite number. */
    public void missing() {
        missing++;
    }

    /** A declared gap between two packets. */
    public void boundaryGap() {
        boundaryGaps++;
    }

    /** An interval between two samples [µs]. */
    public void interval(long micros) {
        longestSilenceMicros = Math.max(longestSilenceMicros, micros);
    }

    /** The account, with what is lost where that can be counted. */
    public Ledger with(OptionalLong lost) {
        return new Ledger(
                packets, received, lost, duplicated, late, malformed, missing, boundaryGaps, longestSilenceMicros);
    }
}
