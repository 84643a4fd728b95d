/**
 * Statistics of a whole clinic: what a group's figures are and how sure they are, and what must be taken from a table before it may leave.
 * No clinical rule about one person here. Start at {@code PairedShift}, {@code KaplanMeier} and {@code Generalisation}.
 */
package org.plinth.core.audit;
