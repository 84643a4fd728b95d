package org.plinth.web.chart;

/** One kind of outcome chart of one position. Stateless; drawn on a worker thread. */
interface OutcomeChart {

    /** Stable id in addresses: {@code strength}. */
    String kind();

    /** The drawing of this series. */
    Picture of(OutcomeSeries series, ChartStyle style);
}
