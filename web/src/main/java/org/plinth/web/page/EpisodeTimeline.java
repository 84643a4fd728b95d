package org.plinth.web.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plinth.core.programme.ExpectationWindow;
import org.plinth.web.chart.Expectation;
import org.plinth.web.chart.Mark;
import org.plinth.web.chart.MarkKind;
import org.plinth.web.chart.Timeline;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.diary.EntryKind;
import org.plinth.web.diary.EntryKinds;
import org.plinth.web.diary.EntryWords;
import org.plinth.web.progress.ProgressWords;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Numbers;

/** What stands on the time axis of an episode: prescriptions, events, and when change is commonly looked at. */
final class EpisodeTimeline {

    private final Texts texts;
    private final ProgressWords progress;
    private final EntryWords entries;

    EpisodeTimeline(Texts texts, Numbers numbers) {
        this.texts = texts;
        this.progress = new ProgressWords(texts, numbers);
        this.entries = new EntryWords(texts, numbers);
    }

    Timeline of(Episode episode, List<EpisodeEntry> noted, LocalDate today) {
        List<Mark> marks = noted.stream()
                .filter(entry -> !entry.date().isAfter(today))
                .flatMap(entry -> mark(entry, today).stream())
                .toList();
        Optional<Expectation> window =
                episode.treatmentStartedOn().map(ExpectationWindow::of).map(this::window);
        return new Timeline(marks, window);
    }

    private Expectation window(ExpectationWindow window) {
        return new Expectation(
                window.firstReview(),
                window.from(),
                window.to(),
                texts.text("progress.window.review"),
                texts.text("progress.window.weeks"));
    }

    private Optional<Mark> mark(EpisodeEntry entry, LocalDate today) {
        Optional<LocalDate> end = Optional.ofNullable(entry.values().get("until"))
                .map(LocalDate::parse)
                .filter(day -> !day.isBefore(entry.date()))
                .map(day -> day.isAfter(today) ? today : day);
        return switch (entry.kind()) {
            case "prescription" ->
                Optional.of(new Mark(
                        entry.date(),
                        end,
                        MarkKind.PRESCRIPTION,
                        entry.values().getOrDefault("exercise", ""),
                        progress.prescription(entry)));
            case "event" -> Optional.of(event(entry, end));
            default -> Optional.empty();
        };
    }

    private Mark event(EpisodeEntry entry, Optional<LocalDate> end) {
        EntryKind kind = EntryKinds.find(entry.kind()).orElseThrow();
        String what = entries.value(kind.field("what").orElseThrow(), entry.values().getOrDefault("what", "OTHER"));
        String words = Optional.ofNullable(entry.values().get("note"))
                .map(note -> texts.text("diary.line", what, note))
                .orElse(what);
        return new Mark(entry.date(), end, MarkKind.EVENT, what, words);
    }
}
