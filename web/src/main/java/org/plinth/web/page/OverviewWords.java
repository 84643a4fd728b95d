package org.plinth.web.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.plinth.core.programme.Headline;
import org.plinth.core.programme.Retest;
import org.plinth.core.visit.Side;
import org.plinth.web.progress.ReadingWords;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Numbers;
import org.plinth.web.words.Sides;

/** Open episodes in the words of a list. */
final class OverviewWords {

    private final Texts texts;
    private final Numbers numbers;
    private final LocalDate today;

    OverviewWords(Texts texts, Numbers numbers, LocalDate today) {
        this.texts = texts;
        this.numbers = numbers;
        this.today = today;
    }

    boolean isDue(OverviewBook.Line line) {
        return line.retest().due(today) != Retest.Due.LATER;
    }

    String lastTest(OverviewBook.Line line) {
        return line.lastTest()
                .map(day -> texts.text("overview.tested", numbers.date(day)))
                .orElseGet(() -> texts.text("overview.tested.never"));
    }

    /** "Retest overdue by 12 days, to confirm a possible change". */
    String due(OverviewBook.Line line) {
        Retest retest = line.retest();
        if (retest.reason() == Retest.Reason.FIRST_TEST) {
            return texts.text("overview.due.first");
        }
        String when =
                switch (retest.due(today)) {
                    case TODAY -> texts.text("overview.due.today");
                    case OVERDUE -> texts.count("overview.due.overdue", retest.daysOverdue(today));
                    case LATER ->
                        texts.count("overview.due.later", retest.daysUntil(today), numbers.date(retest.date()));
                };
        return switch (retest.reason()) {
            case CONFIRM -> texts.text("overview.due.why", when, texts.text("overview.why.confirm"));
            case VERDICT -> texts.text("overview.due.why", when, texts.text("overview.why.verdict"));
            case FIRST_TEST, ROUTINE -> texts.text("overview.due.plain", when);
        };
    }

    /** The headline sentence, and what is only possible so far: a list must not look surer than the page. */
    List<String> statement(OverviewBook.Line line) {
        Headline headline = line.headline();
        String both = line.episode().involvement().injured().isEmpty() ? "both." : "";
        List<String> said = new ArrayList<>();
        said.add(texts.text("progress.headline." + both + headline.statement().name() + ReadingWords.sure(headline)));
        if (headline.statement() == Headline.Statement.NO_CHANGE) {
            possible(headline.stronger(), "overview.possible.stronger", line, said);
            possible(headline.weaker(), "overview.possible.weaker", line, said);
        }
        return said;
    }

    private void possible(List<Headline.Position> flagged, String key, OverviewBook.Line line, List<String> said) {
        flagged.forEach(one -> said.add(
                texts.text(key, line.positions().getOrDefault(one.position(), one.position()), side(one.side()))));
    }

    private String side(Side side) {
        return new Sides(texts).inSentence(side);
    }
}
