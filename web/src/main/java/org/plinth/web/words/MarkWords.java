package org.plinth.web.words;

import java.util.List;
import org.plinth.web.chart.Expectation;
import org.plinth.web.chart.Mark;
import org.plinth.web.chart.MarkKind;
import org.plinth.web.chart.Timeline;
import org.plinth.web.text.Texts;

/** The list under a chart whose time axis has marks: its numbers are those in the picture. Any thread. */
public final class MarkWords {

    private final Texts texts;
    private final Numbers numbers;

    /** With its wordings, and the way dates are shown. */
    public MarkWords(Texts texts, Numbers numbers) {
        this.texts = texts;
        this.numbers = numbers;
    }

    /** One line for each mark; the first is number 1 in the picture. */
    public List<String> list(Timeline timeline) {
        return timeline.marks().stream().map(this::line).toList();
    }

    /** What the bracket says, in a sentence; empty without one. */
    public List<String> expectation(Timeline timeline) {
        return timeline.expectation().map(this::sentence).stream().toList();
    }

    private String sentence(Expectation window) {
        return texts.text(
                "chart.expectation",
                numbers.date(window.firstReview()),
                numbers.date(window.windowFrom()),
                numbers.date(window.windowTo()));
    }

    private String line(Mark mark) {
        String from = numbers.date(mark.date());
        return mark.end()
                .map(end -> texts.text("chart.mark.from", from, numbers.date(end), mark.words()))
                .orElseGet(() -> texts.text(
                        mark.kind() == MarkKind.PRESCRIPTION ? "chart.mark.since" : "chart.mark.on",
                        from,
                        mark.words()));
    }
}
