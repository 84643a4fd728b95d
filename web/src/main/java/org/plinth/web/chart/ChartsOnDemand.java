package org.plinth.web.chart;

import java.util.Optional;
import org.plinth.web.text.Texts;

/** The charts of a server: made on first use, because the windowing toolkit takes its time to load, and then the same for all. */
public final class ChartsOnDemand {

    private final Texts texts;
    private Optional<Charts> made = Optional.empty();

    /** With the texts of their axes. */
    public ChartsOnDemand(Texts texts) {
        this.texts = texts;
    }

    /** The charts. */
    public synchronized Charts get() {
        Charts charts = made.orElseGet(() -> new Charts(texts));
        made = Optional.of(charts);
        return charts;
    }
}
