package org.plinth.web.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.plinth.core.programme.ExpectationWindow;
import org.plinth.core.programme.SittingLadder;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.progress.Prescribed;
import org.plinth.web.progress.SittingSteps;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Numbers;

/** What is agreed with the patient, in plain words: nothing of it is a forecast, a gate or a state (decision S10). */
final class MeCare {

    private static final int SECONDS_A_MINUTE = 60;
    private static final String EVERY_DAY = "7";

    private final Texts texts;
    private final Numbers numbers;
    private final LocalDate today;

    MeCare(Texts texts, Numbers numbers, LocalDate today) {
        this.texts = texts;
        this.numbers = numbers;
        this.today = today;
    }

    /**
     * Of an open episode.
     *
     * @param entries that she may see
     * @param waits whether she has to talk with somebody first
     */
    MeView.Care of(Episode episode, List<EpisodeEntry> entries, boolean waits) {
        return new MeView.Care(
                of(entries, "goal").map(this::goal).toList(),
                Prescribed.on(today, entries).stream().map(this::exercise).toList(),
                episode.treatmentStartedOn()
                        .map(ExpectationWindow::of)
                        .map(this::weeks)
                        .orElse(List.of()),
                sitting(entries, waits));
    }

    private static Stream<EpisodeEntry> of(List<EpisodeEntry> entries, String kind) {
        return entries.stream().filter(entry -> entry.kind().equals(kind));
    }

    private MeView.Item goal(EpisodeEntry goal) {
        Map<String, String> values = goal.values();
        List<String> said = new ArrayList<>();
        if (values.containsKey("target") && values.containsKey("unit")) {
            said.add(texts.text("me.goal.amount", values.get("target"), values.get("unit")));
        }
        String reached = values.getOrDefault("reached", "NO");
        if (!reached.equals("NO")) {
            said.add(texts.text("me.goal." + reached));
        }
        if (!reached.equals("YES")) {
            day(values, "due")
                    .ifPresent(due -> said.add(
                            texts.text(due.isBefore(today) ? "me.goal.past" : "me.goal.due", numbers.date(due))));
        }
        return new MeView.Item(values.getOrDefault("what", ""), said);
    }

    private MeView.Item exercise(EpisodeEntry entry) {
        Map<String, String> values = entry.values();
        List<String> said = new ArrayList<>();
        said.add(texts.text("me.exercise.side." + values.getOrDefault("side", "BOTH")));
        long sets = Long.parseLong(values.getOrDefault("sets", "0"));
        if (values.containsKey("hold")) {
            said.add(texts.count("me.exercise.hold", sets, values.get("hold")));
        } else if (values.containsKey("reps")) {
            said.add(texts.count("me.exercise.reps", sets, values.get("reps")));
        } else if (sets > 0) {
            said.add(texts.count("me.exercise.sets", sets));
        }
        if (values.containsKey("load")) {
            said.add(texts.text("me.exercise.load", values.get("load")));
        }
        often(values, said);
        Prescribed.daysBetween(entry)
                .filter(between -> between > 1)
                .ifPresent(between -> said.add(texts.text("me.exercise.daysBetween", between)));
        day(values, "until").ifPresent(last -> said.add(texts.text("me.exercise.until", numbers.date(last))));
        return new MeView.Item(values.getOrDefault("exercise", ""), said);
    }

    private void often(Map<String, String> values, List<String> said) {
        if (values.containsKey("timesADay")) {
            said.add(texts.count("me.exercise.timesADay", Long.parseLong(values.get("timesADay"))));
        }
        String days = values.getOrDefault("daysAWeek", "");
        if (days.equals(EVERY_DAY)) {
            said.add(texts.text("me.exercise.everyday"));
        } else if (!days.isEmpty()) {
            said.add(texts.count("me.exercise.daysAWeek", Long.parseLong(days)));
        }
    }

    private List<String> weeks(ExpectationWindow window) {
        return List.of(
                texts.text("me.weeks." + window.phase(today).name(), numbers.date(window.start())),
                texts.text("me.weeks.usual"),
                texts.text("me.weeks.days"),
                texts.text("me.weeks.noforecast"));
    }

    /** Only where her clinician noted a step; on the seat that was sat on last (decision S14). */
    private List<String> sitting(List<EpisodeEntry> entries, boolean waits) {
        return SittingSteps.next(entries, today)
                .map(next -> waits ? List.of(texts.text("me.sitting.wait")) : step(next))
                .orElse(List.of());
    }

    private List<String> step(SittingLadder.Next next) {
        return List.of(
                texts.text(
                        "me.sitting.next",
                        time(next.seconds()),
                        texts.text("me.sitting.on." + next.surface().name())),
                next.earliest().isEqual(today)
                        ? texts.text("me.sitting.today")
                        : texts.text("me.sitting.from", numbers.date(next.earliest())),
                texts.text("me.sitting.why." + next.why().name()),
                texts.text("me.sitting.stop"),
                texts.text("me.sitting.source"));
    }

    private String time(int seconds) {
        int minutes = seconds / SECONDS_A_MINUTE;
        int rest = seconds % SECONDS_A_MINUTE;
        if (minutes == 0) {
            return texts.text("me.time.seconds", rest);
        }
        String whole = texts.count("me.time.minutes", minutes);
        return rest == 0 ? whole : texts.text("me.time.both", whole, texts.text("me.time.seconds", rest));
    }

    private static Optional<LocalDate> day(Map<String, String> values, String field) {
        return Optional.ofNullable(values.get(field)).map(LocalDate::parse);
    }
}
