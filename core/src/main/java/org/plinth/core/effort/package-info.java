/** Finding efforts in a trace: baseline, onset, peak, plateau, release, and why one is rejected or flagged. Start at {@code EffortFinder}. */
package org.plinth.core.effort;
