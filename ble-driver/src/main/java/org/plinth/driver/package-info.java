/** Radio to samples, commands to bytes; no patient, no statistics, no newtons by guess. Start at {@code SensorDriver}. */
package org.plinth.driver;
