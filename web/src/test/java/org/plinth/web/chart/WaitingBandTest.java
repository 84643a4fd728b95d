package org.plinth.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How sure the staircase is drawn to be. */
class WaitingBandTest {

    @Test
    void where_nobody_waits_any_more_no_band_pretends_to_be_sure() {
        WaitingPlot plot = new WaitingPlot(
                "title",
                "said",
                List.of(
                        new WaitingPlot.Step(30, 50, Optional.of(new WaitingPlot.Band(10, 80))),
                        new WaitingPlot.Step(60, 0, Optional.empty())),
                90);

        assertThat(WaitingChart.band(plot, 90))
                .containsExactly(0, 100, 30, 100, 30, 80, 60, 80, 60, 80, 60, 10, 60, 10, 30, 10, 30, 100, 0, 100);
    }
}
