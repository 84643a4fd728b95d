package org.plinth.web.progress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.plinth.core.outcome.DelayedResponse;
import org.plinth.core.outcome.PainBand;
import org.plinth.core.programme.Stage;
import org.plinth.core.programme.StageSuggestion;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;

/**
 * What may be suggested about the stage of the programme, from what was noted in the last four weeks of the injured leg, or of the worse
 * one where both are; and what keeps Plinth from suggesting anything. Nothing taken after a painkiller counts.
 *
 * @param suggestion what follows from the numbers
 * @param holds why nothing is suggested all the same; empty where nothing speaks against it
 */
public record StageReading(StageSuggestion suggestion, List<Hold> holds) {

    /** What is older says nothing about today [days]; assumed, as long as from one test to the next. */
    private static final long LATELY_DAYS = 28;

    /** An answer that comes later is about another session [days]. */
    private static final long LONGEST_ANSWER_DAYS = 3;

    private static final Set<String> UPSETS =
            Set.of("FLARE_UP", "STEROID_INJECTION", "PRP_INJECTION", "SURGERY", "ANTI_INFLAMMATORY");

    /** Why nothing is suggested. */
    public enum Hold {
        /** A flare-up, an injection, a course of tablets or surgery in the last four weeks. */
        UPSET,
        /** Sharp pain in a load test: the gate is "without sharp pain". */
        SHARP,
        /** An answer from home that a clinician has to read. */
        HOME,
        /** More pain than agreed while exercising. */
        SESSION_PAIN,
        /** The answer after 24 or after 48 hours is missing. */
        ONE_ANSWER
    }

    /** Copies the list. */
    public StageReading {
        holds = List.copyOf(holds);
    }

    /** Whether the next stage is suggested: everything is known and nothing speaks against it. */
    public boolean isAdvance() {
        return suggestion.kind() == StageSuggestion.Kind.ADVANCE && holds.isEmpty();
    }

    /** Of what was noted; empty where no stage is. */
    static Optional<StageReading> of(Episode episode, List<EpisodeEntry> entries, LocalDate today) {
        return entries.stream()
                .filter(entry -> entry.kind().equals("stage"))
                .reduce((earlier, later) -> later)
                .flatMap(entry -> Stage.of(number(entry, "stage").orElse(0)))
                .map(stage -> new Lately(episode, entries, today).reading(stage));
    }

    private static OptionalInt number(EpisodeEntry entry, String field) {
        String value = entry.values().getOrDefault(field, "");
        return value.isEmpty() ? OptionalInt.empty() : OptionalInt.of((int) Double.parseDouble(value));
    }

    /** What was noted in the last four weeks. */
    private static final class Lately {

        private final Episode episode;
        private final List<EpisodeEntry> all;
        private final List<EpisodeEntry> entries;

        Lately(Episode episode, List<EpisodeEntry> all, LocalDate today) {
            this.episode = episode;
            this.all = all;
            this.entries = all.stream()
                    .filter(entry -> !entry.date().isBefore(today.minusDays(LATELY_DAYS))
                            && !entry.date().isAfter(today))
                    .filter(entry -> !entry.values().containsKey("painkiller"))
                    .toList();
        }

        StageReading reading(Stage stage) {
            DelayedResponse response = response();
            StageSuggestion suggestion = StageSuggestion.of(new StageSuggestion.Today(
                    stage,
                    worst("pain", values -> has(values, "activity", "DAILY_LIFE") && has(values, "timing", "DURING")),
                    worst("load-test", values -> has(values, "test", "FORWARD_LUNGE")),
                    worst("load-test", values -> has(values, "test", "SINGLE_LEG_DEADLIFT")),
                    response,
                    StageSuggestion.MOST_PAIN));
            return new StageReading(suggestion, holds(response));
        }

        private List<Hold> holds(DelayedResponse response) {
            List<Hold> holds = new ArrayList<>();
            add(
                    holds,
                    Hold.UPSET,
                    of("event").anyMatch(entry -> UPSETS.contains(entry.values().getOrDefault("what", ""))));
            add(holds, Hold.SHARP, of("load-test").anyMatch(entry -> entry.values()
                    .containsKey("sharp")));
            add(holds, Hold.HOME, !HomeAnswers.open(all).isEmpty());
            boolean painful = exercises("DURING")
                    .flatMapToInt(entry -> number(entry, "pain").stream())
                    .anyMatch(pain -> pain > PainBand.AGREED);
            add(holds, Hold.SESSION_PAIN, painful);
            add(holds, Hold.ONE_ANSWER, !response.isWhole());
            return holds;
        }

        private static void add(List<Hold> holds, Hold hold, boolean is) {
            if (is) {
                holds.add(hold);
            }
        }

        private Stream<EpisodeEntry> of(String kind) {
            return entries.stream().filter(entry -> entry.kind().equals(kind));
        }

        private Stream<EpisodeEntry> exercises(String timing) {
            return of("pain")
                    .filter(entry ->
                            has(entry.values(), "activity", "EXERCISES") && has(entry.values(), "timing", timing))
                    .filter(this::isInjured);
        }

        /** Of both injured legs the worse counts; of two days the later. */
        private OptionalInt worst(String kind, Predicate<Map<String, String>> which) {
            List<EpisodeEntry> found = of(kind).filter(entry -> which.test(entry.values()))
                    .filter(this::isInjured)
                    .toList();
            Optional<LocalDate> last = found.stream().map(EpisodeEntry::date).max(LocalDate::compareTo);
            return found.stream()
                    .filter(entry -> Optional.of(entry.date()).equals(last))
                    .flatMapToInt(entry -> number(entry, "pain").stream())
                    .max();
        }

        private boolean isInjured(EpisodeEntry entry) {
            String side = entry.values().getOrDefault("side", "");
            return side.isEmpty()
                    || episode.involvement()
                            .injured()
                            .map(injured -> injured.name().equals(side))
                            .orElse(true);
        }

        /** Pain at rest before the last exercises that anything was answered about, and the answers; noted here or said at home. */
        private DelayedResponse response() {
            List<LocalDate> sessions = Stream.of("REST", "DURING")
                    .flatMap(this::exercises)
                    .map(EpisodeEntry::date)
                    .distinct()
                    .sorted()
                    .toList();
            DelayedResponse last = DelayedResponse.UNKNOWN;
            for (LocalDate session : sessions) {
                DelayedResponse one = DelayedResponse.of(
                        max(exercises("REST").filter(entry -> entry.date().equals(session))),
                        max(after(session, "AFTER_24_H")),
                        max(after(session, "AFTER_48_H")));
                last = one.worstAfter().isPresent() ? one : last;
            }
            return last;
        }

        private Stream<EpisodeEntry> after(LocalDate session, String timing) {
            return Stream.concat(
                            exercises(timing),
                            of(HomeAnswers.KIND).filter(entry -> has(entry.values(), "timing", timing)))
                    .filter(entry -> entry.date().isAfter(session)
                            && !entry.date().isAfter(session.plusDays(LONGEST_ANSWER_DAYS)));
        }

        private static OptionalInt max(Stream<EpisodeEntry> entries) {
            return entries.flatMapToInt(entry -> number(entry, "pain").stream()).max();
        }

        private static boolean has(Map<String, String> values, String field, String value) {
            return value.equals(values.getOrDefault(field, ""));
        }
    }
}
