package org.plinth.web.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What stands on the time axis of a chart beside its points.
 *
 * @param marks in time order; the number of a mark in the picture and in the list under it is its place here, from 1
 * @param expectation the window drawn as a bracket; empty where none is shown
 */
public record Timeline(List<Mark> marks, Optional<Expectation> expectation) {

    /** Copies the list and puts it in time order; marks of one day keep theirs. */
    public Timeline {
        marks = marks.stream().sorted(Comparator.comparing(Mark::date)).toList();
    }

    /** Nothing beside the points. */
    public static Timeline none() {
        return new Timeline(List.of(), Optional.empty());
    }

    /** All days that the time axis has to cover. */
    List<LocalDate> dates() {
        List<LocalDate> dates = new ArrayList<>();
        for (Mark mark : marks) {
            dates.add(mark.date());
            mark.end().ifPresent(dates::add);
        }
        expectation.ifPresent(
                window -> dates.addAll(List.of(window.firstReview(), window.windowFrom(), window.windowTo())));
        return dates;
    }
}
