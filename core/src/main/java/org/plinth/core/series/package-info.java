/** Which results may be compared. Start at {@code SeriesKey}. */
package org.plinth.core.series;
