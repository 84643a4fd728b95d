package org.plinth.web.chart;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.plinth.web.chart.EpisodeSeries.Track;

/** Values of a track as its picture, its sentence and its table show them. */
public final class ValueWords {

    private ValueWords() {}

    /** "2.5 points". */
    public static String withUnit(double value, Track track) {
        return number(value, track.decimals()) + " " + track.unit();
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
