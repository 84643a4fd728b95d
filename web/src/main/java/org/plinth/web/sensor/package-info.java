/**
 * What people do with sensors: check them, tell what happened to them, calibrate them. Start at {@link org.plinth.web.sensor.SensorDesk}.
 */
package org.plinth.web.sensor;
