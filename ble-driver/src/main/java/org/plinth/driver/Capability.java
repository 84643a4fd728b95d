package org.plinth.driver;

/** What a sensor can do; declared by its driver and proved by the contract test. */
public enum Capability {
    /** Every sample carries the sensor's own time. */
    DEVICE_CLOCK,
    /** Can be zeroed by command. */
    HARDWARE_TARE,
    /** Tells its battery voltage or level. */
    BATTERY,
    /** Shows pushes and pulls with different sign. */
    SIGNED,
    /** Starts and stops on command. */
    START_STOP
}
