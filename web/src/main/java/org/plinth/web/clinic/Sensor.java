package org.plinth.web.clinic;

/**
 * A sensor that the clinic knows.
 *
 * @param id opaque
 * @param clinic whose
 * @param driverId which driver speaks to it
 * @param serial as it identifies itself
 * @param label as the clinic calls it
 */
public record Sensor(Id<Sensor> id, Id<Clinic> clinic, String driverId, String serial, String label) {}
