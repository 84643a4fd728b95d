/** Change over several visits of one series, on the log scale, with few and irregular dates. One series only: breaks are the caller's. Start at {@code Trend}. */
package org.plinth.core.trend;
