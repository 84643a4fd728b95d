package org.plinth.web.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plinth.core.programme.Retest;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Visit;
import org.plinth.web.page.OverviewBook.Line;

/**
 * All open episodes of a clinic, as they stood after a row of the audit log, on one day. Immutable.
 *
 * @param seq number of that row
 * @param day for which it was said when the next tests are due
 * @param ground that they were read on
 * @param lines in the order of {@link #BY_DAY}
 * @param due how many of them, from the first on, are due on that day
 * @param lastSeen the same lines in the order of {@link #BY_VISIT}
 * @param byEpisode the same lines
 */
record OverviewStand(
        long seq,
        LocalDate day,
        OverviewGround ground,
        List<Line> lines,
        int due,
        List<Line> lastSeen,
        Map<Id<Episode>, Line> byEpisode) {

    /** By the day of the next test, overdue ones first, then by name: never by how strong anybody is. */
    private static final Comparator<Line> BY_DAY = Comparator.comparing(
                    (Line line) -> line.retest().date())
            .thenComparing(line -> line.patient().familyName())
            .thenComparing(line -> line.patient().givenName())
            .thenComparing(line -> line.episode().id());

    /** Who was seen last comes first; then those who were never seen, the newest episode first. */
    private static final Comparator<Line> BY_VISIT = Comparator.comparing(
                    (Line line) -> line.lastVisit().map(Visit::startedAt).orElse(Instant.MIN),
                    Comparator.reverseOrder())
            .thenComparing(line -> line.episode().openedOn(), Comparator.reverseOrder())
            .thenComparing(line -> line.episode().id());

    /** These, in any order. */
    static OverviewStand of(long seq, LocalDate day, OverviewGround ground, Collection<Line> lines) {
        List<Line> inOrder =
                lines.stream().map(line -> line.on(day)).sorted(BY_DAY).toList();
        return new OverviewStand(
                seq,
                day,
                ground,
                inOrder,
                due(inOrder, day),
                inOrder.stream().sorted(BY_VISIT).toList(),
                inOrder.stream()
                        .collect(Collectors.toUnmodifiableMap(
                                line -> line.episode().id(), Function.identity())));
    }

    private static int due(List<Line> inOrder, LocalDate day) {
        int due = 0;
        while (due < inOrder.size() && inOrder.get(due).retest().due(day) != Retest.Due.LATER) {
            due++;
        }
        return due;
    }

    /** The same on another day; nothing is read for that. */
    OverviewStand on(LocalDate today) {
        return day.equals(today) ? this : of(seq, today, ground, lines);
    }

    /** The same after a later row that touched nobody of theirs. */
    OverviewStand upTo(long laterSeq) {
        return new OverviewStand(laterSeq, day, ground, lines, due, lastSeen, byEpisode);
    }

    /** With what was read anew of these patients in place of what stood there of them. */
    OverviewStand with(long laterSeq, Set<Id<Patient>> patients, List<Line> anew) {
        List<Line> all = new ArrayList<>(lines.size() + anew.size());
        lines.stream().filter(line -> !patients.contains(line.patient().id())).forEach(all::add);
        all.addAll(anew);
        return of(laterSeq, day, ground, all);
    }

    /** The lines of those whom the caller may see. */
    List<Line> without(Set<Id<Patient>> hidden) {
        return hidden.isEmpty()
                ? lines
                : lines.stream()
                        .filter(line -> !hidden.contains(line.patient().id()))
                        .toList();
    }

    /** Those of them that are due. */
    List<Line> dueWithout(Set<Id<Patient>> hidden) {
        return lines.subList(0, due).stream()
                .filter(line -> !hidden.contains(line.patient().id()))
                .toList();
    }

    /** One episode of one patient; empty where it is not open. */
    Optional<Line> find(Id<Patient> patient, Id<Episode> episode) {
        return Optional.ofNullable(byEpisode.get(episode))
                .filter(line -> line.patient().id().equals(patient));
    }
}
