/** Counts to newtons. Siblings never import each other: nothing here knows a driver. Start at {@code Calibration}. */
package org.plinth.calibration;
