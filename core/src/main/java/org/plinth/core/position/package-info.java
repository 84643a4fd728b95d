/** Test positions as data a clinician can review: set-up, protocol, measurement error. Start at {@code PositionCatalogue}. */
package org.plinth.core.position;
