/**
 * What is prescribed and how it goes: doses, the ladder of sitting, the four stages, when to look again, and what may be
 * said over all positions. Suggestions with their reasons; a clinician decides. No storage and no clock. Start at
 * {@code Dose}, {@code Retest} and {@code Headline}.
 */
package org.plinth.core.programme;
