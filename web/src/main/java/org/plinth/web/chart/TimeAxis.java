package org.plinth.web.chart;

import java.text.SimpleDateFormat;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.DateTickUnit;
import org.jfree.chart.axis.DateTickUnitType;
import org.jfree.data.Range;

/** A real time axis over the dates of visits: equal days take equal room. Dates stand at noon UTC, so no zone moves them. */
final class TimeAxis {

    private static final long DAY_MS = 86_400_000L;

    /** One visit would have no width. */
    private static final long LEAST_DAYS = 28;

    private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

    private TimeAxis() {}

    /** Where a date stands on the axis [ms]. */
    static double at(LocalDate date) {
        return (double) date.atTime(12, 0).toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    /** What the axis of these dates covers: room at both ends, more at the right for a label. */
    static Range range(List<LocalDate> dates) {
        LocalDate first = dates.stream().min(LocalDate::compareTo).orElse(LocalDate.EPOCH);
        double span = (double) days(dates) * DAY_MS;
        return new Range(at(first) - span / 12, at(first) + span * 7 / 6);
    }

    private static long days(List<LocalDate> dates) {
        LocalDate first = dates.stream().min(LocalDate::compareTo).orElse(LocalDate.EPOCH);
        LocalDate last = dates.stream().max(LocalDate::compareTo).orElse(LocalDate.EPOCH);
        return Math.max(ChronoUnit.DAYS.between(first, last), LEAST_DAYS);
    }

    /** An axis over these dates; without any it has no labels. */
    static DateAxis of(List<LocalDate> dates, int ticks, ChartStyle style) {
        return of(dates, range(dates), ticks, style);
    }

    /** With more room at the right: a share of the time shown. */
    static DateAxis of(List<LocalDate> dates, double room, int ticks, ChartStyle style) {
        Range usual = range(dates);
        return of(dates, Range.expand(usual, 0, room), ticks, style);
    }

    private static DateAxis of(List<LocalDate> dates, Range shown, int ticks, ChartStyle style) {
        DateAxis axis = new DateAxis(null, UTC, Locale.ENGLISH);
        axis.setRange(shown, true, false);
        axis.setTickLabelsVisible(!dates.isEmpty());
        axis.setTickMarksVisible(!dates.isEmpty());
        axis.setTickUnit(unit((int) (days(dates) * 5 / 4), ticks));
        axis.setTickLabelFont(style.text());
        axis.setTickLabelPaint(style.theme().muted);
        axis.setAxisLinePaint(style.theme().muted);
        axis.setTickMarkPaint(style.theme().muted);
        return axis;
    }

    private static DateTickUnit unit(int days, int ticks) {
        int daysPerTick = Math.max(1, days / ticks);
        if (daysPerTick <= 21) {
            int step = daysPerTick <= 7 ? 7 : 14;
            return new DateTickUnit(DateTickUnitType.DAY, Math.max(step, daysPerTick), format("d MMM"));
        }
        int months = (int) Math.ceil(daysPerTick / 31.0);
        return new DateTickUnit(DateTickUnitType.MONTH, months, format("MMM yyyy"));
    }

    private static SimpleDateFormat format(String pattern) {
        SimpleDateFormat format = new SimpleDateFormat(pattern, Locale.ENGLISH);
        format.setTimeZone(UTC);
        return format;
    }
}
