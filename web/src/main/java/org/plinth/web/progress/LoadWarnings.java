package org.plinth.web.progress;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.plinth.core.outcome.DelayedResponse;
import org.plinth.core.outcome.PainBand;
import org.plinth.core.programme.Stage;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.progress.Warning.Kind;

/** Warnings about load: runs that hurt, and prescriptions whose days do not lie as far apart as they are meant to. */
final class LoadWarnings {

    /** A run longer ago than this says nothing about the next one [days]; assumed, as for the stage. */
    private static final long LATELY_DAYS = 28;

    private static final String BETWEEN = "daysBetween";

    private LoadWarnings() {}

    /** On one day. */
    static Stream<Warning> of(List<EpisodeEntry> entries, LocalDate today) {
        return Stream.concat(
                runs(entries, today), Prescribed.on(today, entries).stream().flatMap(entry -> spacing(entry).stream()));
    }

    /** Of the newest day with a run: what came later says more. */
    private static Stream<Warning> runs(List<EpisodeEntry> entries, LocalDate today) {
        List<EpisodeEntry> runs = entries.stream()
                .filter(entry -> entry.kind().equals("run"))
                .filter(entry -> !entry.date().isAfter(today) && !entry.date().isBefore(today.minusDays(LATELY_DAYS)))
                .toList();
        Optional<LocalDate> newest = runs.stream().map(EpisodeEntry::date).max(LocalDate::compareTo);
        return runs.stream()
                .filter(run -> Optional.of(run.date()).equals(newest))
                .flatMap(LoadWarnings::run);
    }

    private static Stream<Warning> run(EpisodeEntry run) {
        DelayedResponse response = DelayedResponse.of(pain(run, "before"), pain(run, "after24"), pain(run, "after48"));
        int worst = IntStream.concat(pain(run, "during").stream(), response.worstAfter().stream())
                .max()
                .orElse(0);
        Stream<Warning> painful = PainBand.ofPain(worst) == PainBand.STOP
                ? Stream.of(Warning.said(Kind.RUN_PAIN, run.date(), Integer.toString(worst)))
                : Stream.empty();
        Stream<Warning> worse = response.answer() == DelayedResponse.Answer.WORSE
                ? Stream.of(Warning.said(
                        Kind.RUN_WORSE,
                        run.date(),
                        Integer.toString(response.rise().orElse(0))))
                : Stream.empty();
        return Stream.concat(painful, worse);
    }

    private static OptionalInt pain(EpisodeEntry entry, String field) {
        return number(entry.values(), field);
    }

    /** Stage 4 lies three days apart unless another number is said; what is said must go with days a week and times a day. */
    private static Optional<Warning> spacing(EpisodeEntry prescription) {
        Map<String, String> values = prescription.values();
        Optional<Stage> stage = Stage.of(number(values, "stage").orElse(0));
        int least = stage.map(Stage::daysBetween).orElse(1);
        int between = number(values, BETWEEN).orElse(least);
        boolean together = Stage.canKeep(between, number(values, "daysAWeek").orElse(1))
                && (between == 1 || number(values, "timesADay").orElse(1) == 1);
        if (together && between >= least) {
            return Optional.empty();
        }
        Kind kind = between < least || !values.containsKey(BETWEEN) ? Kind.SPACING_STAGE : Kind.SPACING;
        return Optional.of(Warning.said(kind, prescription.date(), values.getOrDefault("exercise", "")));
    }

    private static OptionalInt number(Map<String, String> values, String field) {
        String value = values.getOrDefault(field, "");
        return value.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(value));
    }
}
