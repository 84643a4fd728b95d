package org.plinth.web.progress;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.measure.Restart;
import org.plinth.web.measure.SeriesBreak;

/**
 * After which events a leg is measured against a new baseline: surgery, unless the clinician keeps the one before; and any other event of
 * which the clinician says so. Without a side it is about the injured leg, or both where both are.
 */
public final class NewBaselines {

    /** Kind of the entries. */
    public static final String KIND = "event";

    private NewBaselines() {}

    /**
     * Of one episode.
     *
     * @param entries of this or any other episode, in any order; only events of this one count
     */
    public static List<Restart> of(Episode episode, List<EpisodeEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.kind().equals(KIND) && entry.episode().equals(episode.id()))
                .filter(NewBaselines::begins)
                .flatMap(entry -> sides(episode, entry)
                        .map(side -> new Restart(
                                entry.date(), side, isSurgery(entry) ? SeriesBreak.SURGERY : SeriesBreak.NEW_BASELINE)))
                .toList();
    }

    private static boolean begins(EpisodeEntry event) {
        return Optional.ofNullable(event.values().get("baseline"))
                .map("NEW"::equals)
                .orElse(isSurgery(event));
    }

    private static boolean isSurgery(EpisodeEntry event) {
        return "SURGERY".equals(event.values().get("what"));
    }

    private static Stream<Side> sides(Episode episode, EpisodeEntry event) {
        Map<String, String> values = event.values();
        String said = values.getOrDefault(
                "side", episode.involvement().injured().map(Side::name).orElse("BOTH"));
        return Stream.of(Side.values()).filter(side -> said.equals("BOTH") || said.equals(side.name()));
    }
}
