package org.plinth.driver.link.bridge;

import org.plinth.driver.link.RemoteStamp;

/**
 * How a recording of an earlier process goes on when the browser that delivered it comes back.
 *
 * @param peripheralId the sensor
 * @param group whose recording it is; whoever comes in the bridge's name must belong to it
 * @param first what the browser noted of the first recorded packet
 * @param hostNanos when that one came by the record [ns]
 * @param wallMicros the same, µs since 1970-01-01 UTC
 * @param next number of the first packet that was not recorded
 * @param lastNanos when the last recorded one came by the record [ns]; nothing that follows is earlier
 */
public record BridgeReturn(
        String peripheralId,
        String group,
        RemoteStamp first,
        long hostNanos,
        long wallMicros,
        long next,
        long lastNanos) {}
