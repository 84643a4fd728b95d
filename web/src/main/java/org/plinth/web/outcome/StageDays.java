package org.plinth.web.outcome;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.plinth.core.programme.Retest;

/** Which day of testing stands for which stage of a closed episode. */
public final class StageDays {

    /** A test longer before the end is no exit test [d]; assumed, as long as from one test to the next. */
    public static final long EXIT_DAYS = Retest.ROUTINE_DAYS;

    private StageDays() {}

    /** The day of each stage that there is. */
    public static Map<Stage, LocalDate> of(Collection<LocalDate> tested, LocalDate closedOn) {
        List<LocalDate> days = new ArrayList<>(new TreeSet<>(tested));
        Map<Stage, LocalDate> stages = new EnumMap<>(Stage.class);
        if (days.isEmpty()) {
            return stages;
        }
        LocalDate first = days.remove(0);
        stages.put(Stage.BASELINE, first);
        LocalDate end = closedOn;
        if (!days.isEmpty()) {
            LocalDate last = days.get(days.size() - 1);
            if (ChronoUnit.DAYS.between(last, closedOn) <= EXIT_DAYS) {
                stages.put(Stage.EXIT, last);
                days.remove(last);
                end = last;
            }
        }
        LocalDate halfWay = first.plusDays(ChronoUnit.DAYS.between(first, end) / 2);
        days.stream()
                .min(Comparator.comparingLong(day -> Math.abs(ChronoUnit.DAYS.between(day, halfWay))))
                .ifPresent(day -> {
                    stages.put(Stage.MID, day);
                    days.remove(day);
                });
        days.stream().max(Comparator.naturalOrder()).ifPresent(day -> stages.put(Stage.ADHOC, day));
        return stages;
    }
}
