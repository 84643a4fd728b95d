package org.plinth.driver.link;

/**
 * What a radio that is reached over a network noted of a packet when it came: enough to know which packet it is when it
 * comes again, and when it came, even after this process has ended.
 *
 * @param remote the radio's random name
 * @param slot which of its sensors
 * @param seq counts the packets of that sensor
 * @param micros when it came, on the radio's monotonic clock [µs]
 */
public record RemoteStamp(String remote, int slot, long seq, long micros) {}
