/**
 * Sensors without a clinic: what is supported, what is in range, what one of them sends. For the command line; stores
 * nothing. Start at {@code SensorSearch}.
 */
package org.plinth.web.sensors;
