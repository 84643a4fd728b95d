package org.plinth.driver;

import java.util.OptionalLong;

/**
 * The account of one recording: what arrived and what did not. A loss that cannot be counted is absent, never 0
 * (decision M11).
 *
 * @param packets packets seen
 * @param received samples delivered
 * @param lost samples missing strictly inside the stream, by the sensor's clock or counter; empty where it has none
 * @param duplicated samples that came again and were dropped
 * @param late samples older than the newest one, dropped
 * @param malformed packets or parts of packets that could not be read
 * @param missing samples that were not finite numbers
 * @param boundaryGaps declared gaps at packet boundaries; no loss
 * @param longestSilenceMicros longest interval between two samples, by device clock, else by arrival
 */
public record Ledger(
        long packets,
        long received,
        OptionalLong lost,
        long duplicated,
        long late,
        long malformed,
        long missing,
        long boundaryGaps,
        long longestSilenceMicros) {

    /** Samples that the sensor made strictly inside the stream; empty where that cannot be counted. */
    public OptionalLong expected() {
        return lost.isPresent() ? OptionalLong.of(received + missing + lost.getAsLong()) : OptionalLong.empty();
    }
}
