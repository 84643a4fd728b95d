package org.plinth.web.page;

import java.util.Optional;

/**
 * The bench on a page.
 *
 * @param sensorHref page of the sensor
 * @param socket path of the live reading
 * @param connected whether the sensor is on it
 * @param unit of the sensor's own numbers
 * @param decimals that are shown
 * @param stand whether a virtual stand can hang masses
 * @param run the run to come back to, where there is one
 */
public record BenchView(
        String sensorHref,
        String socket,
        boolean connected,
        String unit,
        int decimals,
        boolean stand,
        Optional<String> run) {}
