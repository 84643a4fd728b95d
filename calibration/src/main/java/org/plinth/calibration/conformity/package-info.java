/**
 * Whether errors lie within limits, or cannot be told to, given how sure they are. Start at
 * {@link org.plinth.calibration.conformity.Conformity}.
 */
package org.plinth.calibration.conformity;
