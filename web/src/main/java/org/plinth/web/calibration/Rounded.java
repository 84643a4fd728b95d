package org.plinth.web.calibration;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalDouble;
import org.plinth.web.text.Texts;

/** Numbers as a certificate shows them: an uncertainty to two digits, its value to the same place. */
public final class Rounded {

    private static final int LEAST_DECIMALS = 0;
    private static final double SMALL = 1e-6;
    private static final double GREAT = 1e7;

    private Rounded() {}

    /** To so many decimals; a rounded nothing has no sign. */
    public static String decimals(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.matches("-0(\\.0+)?") ? text.substring(1) : text;
    }

    /** Two digits (GUM 7.2.6). */
    static String uncertainty(double value) {
        if (value == 0) {
            return "0";
        }
        return new BigDecimal(value)
                .round(new MathContext(2, RoundingMode.HALF_UP))
                .toPlainString();
    }

    /** To the place of this uncertainty. */
    static String besides(double value, double uncertainty) {
        return decimals(value, places(uncertainty));
    }

    private static int places(double uncertainty) {
        if (uncertainty <= 0) {
            return 4;
        }
        return Math.max(LEAST_DECIMALS, 1 - (int) Math.floor(Math.log10(uncertainty)));
    }

    /** At most so many digits and no idle zeros; without an exponent unless it is very small or great. */
    static String digits(double value, int digits) {
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        BigDecimal rounded = BigDecimal.valueOf(value)
                .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        return size < SMALL || size >= GREAT ? rounded.toString().replace("E", " · 10^") : rounded.toPlainString();
    }

    static String percent(OptionalDouble value, Texts texts) {
        return value.isPresent()
                ? texts.text("calibration.percent", decimals(value.getAsDouble(), 3))
                : texts.text("calibration.not-measured");
    }

    static String newtons(OptionalDouble value, Texts texts) {
        return value.isPresent()
                ? texts.text("calibration.newtons", decimals(value.getAsDouble(), 3))
                : texts.text("calibration.not-measured");
    }
}
