package org.plinth.web.progress;

import java.util.List;
import org.plinth.web.clinic.EpisodeEntry;

/** What a patient answered at home, and which answers a clinician has to read (decision S9). */
public final class HomeAnswers {

    /** Kind of the entries. */
    public static final String KIND = "answer";

    /** More than this is more than was agreed: three of ten is, five is the last that is not a stop (Goom 2016; Thomeé 1997). */
    public static final int MOST_PAIN = 5;

    private HomeAnswers() {}

    /**
     * An answer that somebody has to read.
     *
     * @param entry the answer
     * @param pain 0 to 10
     * @param numb whether a leg feels numb or weak
     */
    public record Concern(EpisodeEntry entry, int pain, boolean numb) {}

    /** Answers above the limit that nobody has dealt with, oldest first. */
    public static List<Concern> open(List<EpisodeEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.kind().equals(KIND) && isConcern(entry))
                .filter(entry -> !entry.values().containsKey("handled"))
                .map(entry -> new Concern(entry, pain(entry), said(entry, "numb")))
                .toList();
    }

    /** Whether an answer is above the limit: much pain, worse at 48 hours, or numb. */
    public static boolean isConcern(EpisodeEntry answer) {
        boolean late = "AFTER_48_H".equals(answer.values().get("timing"));
        return pain(answer) > MOST_PAIN || said(answer, "numb") || (late && said(answer, "worse"));
    }

    private static int pain(EpisodeEntry answer) {
        return Integer.parseInt(answer.values().getOrDefault("pain", "0"));
    }

    private static boolean said(EpisodeEntry answer, String field) {
        return "YES".equals(answer.values().get(field));
    }
}
