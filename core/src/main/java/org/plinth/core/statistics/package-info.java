/** Small statistics that several features use; no clinical meaning here. Distributions come from Hipparchus. Start at {@code Sample}. */
package org.plinth.core.statistics;
