/** Numbers about two sides, with their intervals and refusals. Start at {@code LimbSymmetry}. */
package org.plinth.core.symmetry;
