package org.plinth.web.capture;

import org.plinth.driver.Advertisement;
import org.plinth.driver.SensorDriver;

/**
 * A sensor in reach.
 *
 * @param advertisement what it says of itself
 * @param driver who speaks to it
 * @param transport how it is reached
 */
public record SeenSensor(Advertisement advertisement, SensorDriver driver, String transport) {}
