package org.plinth.web.progress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.plinth.core.outcome.DelayedResponse;
import org.plinth.core.outcome.Surface;
import org.plinth.core.programme.SittingLadder;
import org.plinth.core.programme.SittingLadder.Next;
import org.plinth.core.programme.SittingLadder.Step;
import org.plinth.web.clinic.EpisodeEntry;

/** The sitting ladder of an episode: only where a clinician noted a step of it (decision S14). */
public final class SittingSteps {

    /** Kind of the entries. */
    public static final String KIND = "sitting-step";

    private SittingSteps() {}

    /** The next step on the surface of the last one; empty where none was noted. */
    public static Optional<Next> next(List<EpisodeEntry> entries, LocalDate today) {
        List<Step> done = entries.stream()
                .filter(entry -> entry.kind().equals(KIND) && !entry.date().isAfter(today))
                .map(SittingSteps::step)
                .toList();
        return done.stream().reduce((a, b) -> b).map(last -> new SittingLadder(last.surface()).next(done, today));
    }

    /** The steps that follow, each as if the one before went well. */
    public static List<Next> ahead(Next first, int count) {
        List<Next> ahead = new ArrayList<>(List.of(first));
        while (ahead.size() < count) {
            Next last = ahead.get(ahead.size() - 1);
            ahead.add(new Next(
                    last.surface(),
                    SittingLadder.up(last.seconds()),
                    last.earliest().plusDays(SittingLadder.DAYS_BETWEEN),
                    SittingLadder.Why.NOT_WORSE,
                    Optional.of(SittingLadder.Outcome.PASS)));
        }
        return ahead;
    }

    private static Step step(EpisodeEntry entry) {
        return new Step(
                entry.date(),
                Surface.valueOf(
                        Optional.ofNullable(entry.values().get("surface")).orElseThrow()),
                number(entry, "planned").orElseThrow(),
                number(entry, "seconds"),
                number(entry, "during"),
                DelayedResponse.of(number(entry, "before"), number(entry, "after24"), number(entry, "after48")));
    }

    private static OptionalInt number(EpisodeEntry entry, String field) {
        String value = entry.values().get(field);
        return value == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(value));
    }
}
