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
    private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

    private TimeAxis() {}

    /** Where a date stands on the axis [ms]. */
    static double at(LocalDate date) {
        return (double) date.atTime(12, 0).toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    /** An axis with room at both ends; the right end leaves room for a label. {@code dates} may be empty. */
    static DateAxis of(List<LocalDate> dates, LocalDate whenEmpty, int ticks, ChartStyle style) {
        LocalDate first = dates.stream().min(LocalDate::compareTo).orElse(whenEmpty);
        LocalDate last = dates.stream().max(LocalDate::compareTo).orElse(whenEmpty);
        long days = Math.max(ChronoUnit.DAYS.between(first, last), 14);
        DateAxis axis = new DateAxis(null, UTC, Locale.ENGLISH);
        double span = (double) days * DAY_MS;
        // Automatic range off: it would take the room for labels away again.
        axis.setRange(new Range(at(first) - span / 12, at(first) + span * 7 / 6), true, false);
        axis.setTickUnit(unit((int) (days * 5 / 4), ticks));
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
        int months = Math.max(1, Math.round(daysPerTick / 30f));
        return new DateTickUnit(DateTickUnitType.MONTH, months, format("MMM yyyy"));
    }

    private static SimpleDateFormat format(String pattern) {
        SimpleDateFormat format = new SimpleDateFormat(pattern, Locale.ENGLISH);
        format.setTimeZone(UTC);
        return format;
    }
}
