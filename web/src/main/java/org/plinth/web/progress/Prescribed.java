package org.plinth.web.progress;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plinth.core.programme.Stage;
import org.plinth.web.clinic.EpisodeEntry;

/** The exercises that hold on a day: what the patient reads on her page and on every paper. */
public final class Prescribed {

    /** Kind of the entries. */
    public static final String KIND = "prescription";

    private Prescribed() {}

    /**
     * Those begun and not ended; of the same exercise with the same leg only the newest dose, because it took the place of the one before.
     *
     * @param entries of one episode in order of date
     */
    public static List<EpisodeEntry> on(LocalDate day, List<EpisodeEntry> entries) {
        Map<String, EpisodeEntry> newest = new TreeMap<>();
        entries.stream()
                .filter(entry -> entry.kind().equals(KIND) && !entry.date().isAfter(day))
                .forEach(entry -> newest.put(exercise(entry), entry));
        return entries.stream()
                .filter(newest::containsValue)
                .filter(entry -> until(entry).filter(day::isAfter).isEmpty())
                .toList();
    }

    /** The last day of one; empty where it goes on. */
    public static Optional<LocalDate> until(EpisodeEntry prescription) {
        return Optional.ofNullable(prescription.values().get("until")).map(LocalDate::parse);
    }

    /** Days from one training day to the next: as it says, or every third day for stage 4; empty where neither is. */
    public static Optional<Integer> daysBetween(EpisodeEntry prescription) {
        Map<String, String> values = prescription.values();
        boolean spaced = Integer.toString(Stage.ENERGY_STORAGE.number()).equals(values.get("stage"));
        return Optional.ofNullable(values.get("daysBetween"))
                .map(Integer::valueOf)
                .or(() -> spaced ? Optional.of(Stage.ENERGY_STORAGE_DAYS) : Optional.empty());
    }

    private static String exercise(EpisodeEntry entry) {
        Map<String, String> values = entry.values();
        return values.getOrDefault("exercise", "").strip().toLowerCase(Locale.ROOT) + " "
                + values.getOrDefault("side", "BOTH");
    }
}
