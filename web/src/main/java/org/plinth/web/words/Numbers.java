package org.plinth.web.words;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.plinth.core.quantity.Force;
import org.plinth.core.quantity.ForceUnit;

/**
 * Numbers as people read them, always with their unit: force to 1 N (0.1 N below 50), symmetry to 1 %, dates as
 * "6 August 2026". Rounding happens here and nowhere else. Immutable; any thread.
 *
 * @param unit in which force is shown
 * @param zone in which times are shown
 */
public record Numbers(ForceUnit unit, ZoneId zone) {

    /** Never used itself: a format is of one thread, and a copy costs a fraction of a new one. */
    private static final DecimalFormat PLAIN = plain();

    private static final double FINE_BELOW_NEWTONS = 50;
    private static final double SMALL_DIFFERENCE_NEWTONS = 9.95;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private static DecimalFormat plain() {
        DecimalFormat format = new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(java.math.RoundingMode.HALF_UP);
        return format;
    }

    /** "221 N", "46.3 N". */
    public String force(Force force) {
        return force(force, decimals(force));
    }

    /** A difference: to 1 N, as both of its ends are; a small one to a tenth. */
    public String difference(Force force) {
        boolean small = Math.abs(force.newtons()) < SMALL_DIFFERENCE_NEWTONS;
        return force(force, unit == ForceUnit.NEWTON ? (small ? 1 : 0) : unit.decimals());
    }

    /** With a decimal more: for two differences that would otherwise read alike. */
    public String fineDifference(Force force) {
        return force(force, unit.decimals() + 1);
    }

    private String force(Force force, int decimals) {
        return number(force.in(unit), decimals) + " " + unit.symbol();
    }

    /** Newtons below 50 and the coarser units are shown to 0.1. */
    private int decimals(Force force) {
        if (unit != ForceUnit.NEWTON) {
            return unit.decimals();
        }
        // 49.96 N would round to 50.0 N; from there on no decimals are shown.
        return Math.abs(force.newtons()) < FINE_BELOW_NEWTONS - 0.05 ? 1 : 0;
    }

    /** "82 %". */
    public String percent(double percent) {
        return whole(percent) + " %";
    }

    /** A measurement error: "9 %", "7.5 %". It is never shown rounder than it was written. */
    public String error(double percent) {
        return number(percent, percent == Math.rint(percent) ? 0 : 1) + " %";
    }

    /** "82": where the sentence has the unit. */
    public String whole(double value) {
        return number(value, 0);
    }

    /** "6.4": to a tenth, where the sentence has the unit. */
    public String fine(double value) {
        return number(value, 1);
    }

    /** "6 August 2026". */
    public String date(LocalDate date) {
        return DAY.format(date);
    }

    /** "6 August 2026, 14:05" in the clinic's zone. */
    public String moment(Instant at) {
        return DAY.format(at.atZone(zone)) + ", " + time(at);
    }

    /** "14:05" in the clinic's zone. */
    public String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    private static String number(double value, int decimals) {
        DecimalFormat format = (DecimalFormat) PLAIN.clone();
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        String text = format.format(value);
        return text.startsWith("-0") && text.matches("-0(\\.0+)?") ? text.substring(1) : text;
    }
}
