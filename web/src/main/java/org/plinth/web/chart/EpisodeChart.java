package org.plinth.web.chart;

/** One kind of chart of a whole episode. Stateless; drawn on a worker thread. */
interface EpisodeChart {

    /** Stable id in addresses: {@code tracks}. */
    String kind();

    /** The drawing of this series. */
    Picture of(EpisodeSeries series, ChartStyle style);
}
