package org.plinth.driver.virtual;

import java.util.OptionalLong;
import java.util.Set;

/**
 * What happens to packets on their way. Shares are of packets; times are µs after the first start of the stream.
 *
 * @param lostShare packets that never come
 * @param lostPackets numbers of single packets that never come, from 0
 * @param duplicatedShare packets that come twice
 * @param lateShare packets that come after their successor
 * @param disconnectsAt when the link goes down, once
 * @param lowBatteryAt when the sensor warns of its battery, once
 * @param batteryMillivolts what it says its battery has [mV]
 */
public record LinkModel(
        double lostShare,
        Set<Integer> lostPackets,
        double duplicatedShare,
        double lateShare,
        OptionalLong disconnectsAt,
        OptionalLong lowBatteryAt,
        int batteryMillivolts) {

    /** Everything comes, once, in order. */
    public static final LinkModel PERFECT =
            new LinkModel(0, Set.of(), 0, 0, OptionalLong.empty(), OptionalLong.empty(), 4050);

    /** Copies the set. */
    public LinkModel {
        lostPackets = Set.copyOf(lostPackets);
    }

    /** The same that loses these packets. */
    public LinkModel losing(Set<Integer> packets) {
        return new LinkModel(
                lostShare, packets, duplicatedShare, lateShare, disconnectsAt, lowBatteryAt, batteryMillivolts);
    }

    /** The same with these shares lost, doubled and late. */
    public LinkModel withShares(double lost, double duplicated, double late) {
        return new LinkModel(lost, lostPackets, duplicated, late, disconnectsAt, lowBatteryAt, batteryMillivolts);
    }

    /** The same that goes down at this time. */
    public LinkModel disconnectingAt(long micros) {
        return new LinkModel(
                lostShare,
                lostPackets,
                duplicatedShare,
                lateShare,
                OptionalLong.of(micros),
                lowBatteryAt,
                batteryMillivolts);
    }

    /** The same with a battery that runs low at this time. */
    public LinkModel lowBatteryAt(long micros, int millivolts) {
        return new LinkModel(
                lostShare, lostPackets, duplicatedShare, lateShare, disconnectsAt, OptionalLong.of(micros), millivolts);
    }
}
