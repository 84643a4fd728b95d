package org.plinth.web.chart;

import java.awt.Dimension;
import org.jfree.chart.JFreeChart;

/** One kind of outcome chart. Stateless; drawn on a worker thread. */
interface OutcomeChart {

    /** Stable id in addresses: {@code strength}. */
    String kind();

    /** The chart of this series. */
    JFreeChart of(OutcomeSeries series, ChartStyle style);

    /** Room it takes [px]. */
    Dimension room(ChartStyle style);
}
