/**
 * Sums whose last bit does not depend on the version of Java. Start at {@link org.plinth.calibration.number.InOrder}.
 */
package org.plinth.calibration.number;
