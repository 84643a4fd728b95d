package org.plinth.web.chart;

/**
 * Room that a picture takes.
 *
 * @param width [px]
 * @param height [px]
 */
public record ChartRoom(int width, int height) {}
