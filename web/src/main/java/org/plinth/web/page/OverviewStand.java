package org.plinth.web.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.plinth.core.programme.Retest;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.page.OverviewBook.Line;

/**
 * All open episodes of a clinic, as they stood after a row of the audit log, on one day. Immutable.
 *
 * @param seq number of that row
 * @param day for which it was said when the next tests are due
 * @param ground that they were read on
 * @param lines in the order of {@link #BY_DAY}
 * @param due how many of them, from the first on, are due on that day
 */
record OverviewStand(long seq, LocalDate day, OverviewGround ground, List<Line> lines, int due) {

    /** By the day of the next test, overdue ones first, then by name: never by how strong anybody is. */
    private static final Comparator<Line> BY_DAY = Comparator.comparing(
                    (Line line) -> line.retest().date())
            .thenComparing(line -> line.patient().familyName())
            .thenComparing(line -> line.patient().givenName())
            .thenComparing(line -> line.episode().id());

    /** These, in any order. */
    static OverviewStand of(long seq, LocalDate day, OverviewGround ground, Collection<Line> lines) {
        return counted(
                seq,
                day,
                ground,
                lines.stream().map(line -> line.on(day)).sorted(BY_DAY).toList());
    }

    private static OverviewStand counted(long seq, LocalDate day, OverviewGround ground, List<Line> inOrder) {
        int due = 0;
        while (due < inOrder.size() && inOrder.get(due).retest().due(day) != Retest.Due.LATER) {
            due++;
        }
        return new OverviewStand(seq, day, ground, inOrder, due);
    }

    /** The same on another day; nothing is read for that. */
    OverviewStand on(LocalDate today) {
        return day.equals(today) ? this : of(seq, today, ground, lines);
    }

    /** The same after a later row that touched nobody of theirs. */
    OverviewStand upTo(long laterSeq) {
        return new OverviewStand(laterSeq, day, ground, lines, due);
    }

    /** With what was read anew of these patients in place of what stood there of them. */
    OverviewStand with(long laterSeq, Set<Id<Patient>> patients, List<Line> anew) {
        List<Line> all = new ArrayList<>(lines.size() + anew.size());
        lines.stream().filter(line -> !patients.contains(line.patient().id())).forEach(all::add);
        all.addAll(anew);
        return of(laterSeq, day, ground, all);
    }

    /** Without those whom the caller may not see. */
    OverviewStand without(Set<Id<Patient>> hidden) {
        return hidden.isEmpty()
                ? this
                : counted(
                        seq,
                        day,
                        ground,
                        lines.stream()
                                .filter(line -> !hidden.contains(line.patient().id()))
                                .toList());
    }
}
