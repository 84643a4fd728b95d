package org.plinth.core.formula;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.special.Erf;
import org.plinth.core.statistics.Sample;

/**
 * What an expression may call.
 *
 * <pre>
 *   ln, Φ, abs, sin, cos        number by number; angles in degrees, Φ = normal distribution function
 *   max, min, mean, median, sum, count, sd (n − 1)        of all that is given
 *   area(t, F)     Σ (F(i) + F(i−1)) / 2 · (t(i) − t(i−1))
 *   slope(t, y), scatter(t, y)      least-squares line: its slope; √(Σ residual² / (n − 2))
 *   spread(t)      Σ (t − mean t)²          medianSlope(t, y)      median of the slopes between all pairs
 *   t975(df)       two-sided 95 % point of Student's t
 * </pre>
 *
 * <p>Written apart from the classes whose numbers they explain, so that agreement says something.
 */
final class Functions {

    /** Euler's number. */
    static final String E = "e";

    private static final Set<String> OF_TWO = Set.of("area", "slope", "scatter", "medianSlope");
    private static final Set<String> OF_ALL =
            Set.of("max", "min", "mean", "median", "sum", "count", "sd", "spread", "t975");
    private static final Set<String> OF_EACH = Set.of("ln", "Φ", "abs", "sin", "cos");

    private Functions() {}

    static boolean isKnown(String name) {
        return OF_TWO.contains(name) || OF_ALL.contains(name) || OF_EACH.contains(name);
    }

    static double[] call(String name, List<double[]> arguments) {
        if (OF_TWO.contains(name)) {
            if (arguments.size() != 2 || arguments.get(0).length != arguments.get(1).length) {
                throw new IllegalArgumentException(name + " needs two lists of the same length");
            }
            return new double[] {ofTwo(name, arguments.get(0), arguments.get(1))};
        }
        double[] all = arguments.stream().reduce(Functions::joined).orElseThrow();
        return OF_ALL.contains(name) ? new double[] {ofAll(name, all)} : each(all, x -> ofEach(name, x));
    }

    static double[] joined(double[] first, double[] more) {
        double[] all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    static double[] each(double[] values, DoubleUnaryOperator what) {
        return Arrays.stream(values).map(what).toArray();
    }

    static double[] both(double[] left, double[] right, DoubleBinaryOperator what) {
        int n = Math.max(left.length, right.length);
        if (left.length != right.length && Math.min(left.length, right.length) != 1) {
            throw new IllegalArgumentException("lists of " + left.length + " and " + right.length + " do not match");
        }
        double[] result = new double[n];
        for (int i = 0; i < n; i++) {
            result[i] = what.applyAsDouble(left[left.length == 1 ? 0 : i], right[right.length == 1 ? 0 : i]);
        }
        return result;
    }

    private static double ofEach(String name, double x) {
        return switch (name) {
            case "ln" -> StrictMath.log(x);
            case "abs" -> Math.abs(x);
            case "sin" -> StrictMath.sin(Math.toRadians(x));
            case "cos" -> StrictMath.cos(Math.toRadians(x));
            default -> Erf.erfc(-x / Math.sqrt(2)) / 2;
        };
    }

    private static double ofAll(String name, double[] all) {
        return switch (name) {
            case "max" -> Arrays.stream(all).max().orElseThrow();
            case "min" -> Arrays.stream(all).min().orElseThrow();
            case "mean" -> Sample.of(all).mean();
            case "median" -> Sample.of(all).median();
            case "sum" -> added(all);
            case "count" -> all.length;
            case "sd" -> Sample.of(all).sd();
            case "t975" -> new TDistribution(all[0]).inverseCumulativeProbability(0.975);
            default -> spread(all);
        };
    }

    private static double ofTwo(String name, double[] t, double[] y) {
        return switch (name) {
            case "area" -> area(t, y);
            case "slope" -> slope(t, y);
            case "medianSlope" -> medianSlope(t, y);
            default -> scatter(t, y);
        };
    }

    private static double area(double[] t, double[] force) {
        double sum = 0;
        for (int i = 1; i < t.length; i++) {
            sum += (force[i] + force[i - 1]) / 2 * (t[i] - t[i - 1]);
        }
        return sum;
    }

    private static double spread(double[] t) {
        double mean = Sample.of(t).mean();
        return added(Arrays.stream(t).map(x -> (x - mean) * (x - mean)).toArray());
    }

    /** In the order given: the sum of a stream may be taken in another one by another Java. */
    private static double added(double[] all) {
        double sum = 0;
        for (double one : all) {
            sum += one;
        }
        return sum;
    }

    private static double slope(double[] t, double[] y) {
        double meanT = Sample.of(t).mean();
        double meanY = Sample.of(y).mean();
        double both = 0;
        for (int i = 0; i < t.length; i++) {
            both += (t[i] - meanT) * (y[i] - meanY);
        }
        return both / spread(t);
    }

    private static double scatter(double[] t, double[] y) {
        double slope = slope(t, y);
        double meanT = Sample.of(t).mean();
        double meanY = Sample.of(y).mean();
        double squares = 0;
        for (int i = 0; i < t.length; i++) {
            double residual = y[i] - meanY - slope * (t[i] - meanT);
            squares += residual * residual;
        }
        return Math.sqrt(squares / (t.length - 2));
    }

    private static double medianSlope(double[] t, double[] y) {
        double[] slopes = new double[t.length * (t.length - 1) / 2];
        int n = 0;
        for (int i = 0; i < t.length; i++) {
            for (int j = i + 1; j < t.length; j++) {
                if (t[j] != t[i]) {
                    slopes[n++] = (y[j] - y[i]) / (t[j] - t[i]);
                }
            }
        }
        return Sample.of(Arrays.copyOf(slopes, n)).median();
    }
}
