package org.plinth.web.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.pdf.PageSize;

/**
 * A report that was made as a PDF, kept as an entry of the episode.
 *
 * @param number by which paper is told from other paper
 * @param audience for whom
 * @param asOf the day it speaks of; what came later is not in it
 * @param at when it was made; visits begun later are not in it
 * @param by who made it
 * @param size of its pages
 * @param sha256 of what it says
 * @param foot what else stood at the foot of its pages: engine and audit log
 */
public record Issued(
        String number,
        Audience audience,
        LocalDate asOf,
        Instant at,
        Id<Account> by,
        PageSize size,
        String sha256,
        String foot) {

    /** Kind of the entries. */
    public static final String KIND = "report";

    /** Without letters and digits that a hand writes alike (Crockford's base 32). */
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 8;
    private static final int BITS = 5;
    private static final int MASK = 31;

    /** What may be said of it today. The text catalogue has the words under {@code report.state.<name>}. */
    public enum State {
        /** Plinth would print the same. */
        HOLDS,
        /** It says what it said, and there are newer tests. */
        NEWER_TESTS,
        /** What it says has changed since. */
        SUPERSEDED
    }

    /** "R-7KQ2-M4XD": forty random bits of the entry's id. */
    public static String number(Id<EpisodeEntry> entry) {
        UUID id = entry.value();
        StringBuilder digits = new StringBuilder("R-");
        for (int i = 0; i < LENGTH; i++) {
            digits.append(i == LENGTH / 2 ? "-" : "");
            digits.append(DIGITS.charAt((int) (id.getLeastSignificantBits() >>> (BITS * i)) & MASK));
        }
        return digits.toString();
    }

    /** The values of an entry about a report. */
    public static SortedMap<String, String> values(Id<EpisodeEntry> entry, Report report, PageSize size, String foot) {
        SortedMap<String, String> values = new TreeMap<>();
        values.put("audience", report.audience().name());
        values.put("number", number(entry));
        values.put("size", size.name());
        values.put("sha256", report.sha256());
        values.put("foot", foot);
        return values;
    }

    /** Those of these entries, newest first. */
    public static List<Issued> of(List<EpisodeEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.kind().equals(KIND))
                .sorted((a, b) -> b.at().compareTo(a.at()))
                .flatMap(entry -> of(entry).stream())
                .toList();
    }

    private static Optional<Issued> of(EpisodeEntry entry) {
        SortedMap<String, String> values = entry.values();
        Optional<Audience> audience =
                Audience.find(values.getOrDefault("audience", "").toLowerCase(java.util.Locale.ROOT));
        Optional<PageSize> size = Arrays.stream(PageSize.values())
                .filter(one -> one.name().equals(values.get("size")))
                .findFirst();
        return audience.flatMap(whom -> size.map(paper -> new Issued(
                values.getOrDefault("number", number(entry.id())),
                whom,
                entry.date(),
                entry.at(),
                entry.author(),
                paper,
                values.getOrDefault("sha256", ""),
                values.getOrDefault("foot", ""))));
    }

    /**
     * Whether it still holds.
     *
     * @param now what Plinth would print of what it spoke of; empty where it would print none
     * @param newer whether there were tests since
     */
    public State state(Optional<Report> now, boolean newer) {
        if (now.filter(report -> report.sha256().equals(sha256)).isEmpty()) {
            return State.SUPERSEDED;
        }
        return newer ? State.NEWER_TESTS : State.HOLDS;
    }
}
