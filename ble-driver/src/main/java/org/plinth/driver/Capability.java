package org.plinth.driver;

/** What a sensor can do; declared by its driver and proved by the contract test. */
public enum Capability {
    /** Every sample carries the sensor's own time. */
    DEVICE_CLOCK,
    /** Every sample, or every packet, carries a running number, but no time: loss can be counted. */
    SAMPLE_COUNTER,
    /** Can be zeroed by command. */
    HARDWARE_TARE,
    /** Tells its battery voltage or level. */
    BATTERY,
    /** Shows pushes and pulls with different sign. */
    SIGNED,
    /** Starts and stops on command. */
    START_STOP,
    /** Warns by itself when its battery runs low. */
    LOW_BATTERY_WARNING,
    /** Says when it is loaded beyond what it can measure. */
    OVER_RANGE_WARNING,
    /** Gives a settled value now and then: good for checks with a known load, not for efforts. */
    STATIC_ONLY,
    /** One lost packet shifts its zero for good: rest is looked at before and after an effort. */
    NEEDS_ZERO_CHECK;

    /** What makes loss countable: without one of them it is said to be uncountable, never 0 (decision M11). */
    public static boolean countsLoss(java.util.Set<Capability> capabilities) {
        return capabilities.contains(DEVICE_CLOCK) || capabilities.contains(SAMPLE_COUNTER);
    }
}
