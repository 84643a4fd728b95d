/**
 * What a sensor is compared with: masses with their certificates, or a force that another instrument states. Start at
 * {@link org.plinth.calibration.reference.Load}.
 */
package org.plinth.calibration.reference;
