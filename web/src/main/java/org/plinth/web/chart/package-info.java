/** Outcome charts as SVG: the same picture on screen, in print and for a screen reader's title. Start at {@code Charts}. */
package org.plinth.web.chart;
