package org.plinth.web.chart;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.plinth.web.chart.EpisodeSeries.Track;
import org.plinth.web.chart.EpisodeSeries.Value;

/** Values of a track as its picture, its sentence and its table show them. */
public final class ValueWords {

    private ValueWords() {}

    /** "2.5 points". */
    public static String withUnit(double value, Track track) {
        return number(value, track.decimals()) + " " + track.unit();
    }

    /** The same of a value that may be "at least": "≥ 60 min". */
    public static String withUnit(Value value, Track track) {
        return mark(value) + withUnit(value.value(), track);
    }

    /** The same without its unit. */
    static String number(Value value, int decimals) {
        return mark(value) + number(value.value(), decimals);
    }

    private static String mark(Value value) {
        return value.atLeast() ? "\u2265 " : "";
    }

    /** "2.5"; never "-0". */
    static String number(double value, int decimals) {
        DecimalFormat format = new DecimalFormat(
                decimals == 0 ? "0" : "0." + "0".repeat(decimals), DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        String text = format.format(value);
        return text.matches("-0(\\.0+)?") ? text.substring(1) : text;
    }
}
