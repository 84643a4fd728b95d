/**
 * What a run says of its sensor in ISO 376 terms, each in percent and computed its own way. Start at
 * {@link org.plinth.calibration.characteristic.Characteristics}.
 */
package org.plinth.calibration.characteristic;
