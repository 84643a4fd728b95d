package org.plinth.web.page;

/**
 * A chart on a page. The picture is fetched by its address; alt and caption say what it shows, the table beside it says
 * the same in numbers.
 *
 * @param href address of the SVG, without theme and size
 * @param alt what it shows, for who cannot see it
 * @param caption one sentence under it
 * @param width of the wide picture [px]
 * @param height of the wide picture [px]
 */
public record ChartView(String href, String alt, String caption, int width, int height) {}
