package org.plinth.core.reliability;

import java.util.List;
import java.util.Optional;
import org.plinth.core.quantity.Force;
import org.plinth.core.statistics.Sample;

/**
 * What pairs of tests of unchanged people say about the error of one test.
 *
 * <pre>
 *   TE      = SD(b - a) / √2                         typical error [N]
 *   MDC95   = 1.96 · √2 · TE                         [N]
 *   TE(CV)  = 100 · (e^(SD(ln b - ln a) / √2) - 1)   [%]
 *   ratio   = e^(± 1.96 · √2 · SD(Δln) / √2)         MDC95 as a factor
 *   shift   = 100 · (e^(mean Δln) - 1)               learning [%]
 *   SWC     = 0.2 · SD of the people's means         [N]
 * </pre>
 *
 * @param pairs how many
 * @param typicalError TE
 * @param detectableChange MDC95
 * @param typicalErrorPercent TE(CV)
 * @param logError SD(Δln) / √2: the relative SEM as this house uses it
 * @param detectableFactor upper MDC95 factor; the lower is its inverse
 * @param shiftPercent mean change from the first to the second test
 * @param smallestWorthwhile SWC
 * @see <a href="https://doi.org/10.2165/00007256-200030010-00001">Hopkins (2000), Sports Med 30(1):1-15</a>
 */
public record TestRetest(
        int pairs,
        Force typicalError,
        Force detectableChange,
        double typicalErrorPercent,
        double logError,
        double detectableFactor,
        double shiftPercent,
        Force smallestWorthwhile) {

    private static final double Z95 = 1.96;
    private static final double WORTHWHILE_SDS = 0.2;

    /** One person's two tests. */
    public record Pair(Force first, Force second) {}

    /** The error of these pairs; empty for fewer than two, or where a value is not above 0 N. */
    public static Optional<TestRetest> of(List<Pair> pairs) {
        boolean usable = pairs.stream()
                .allMatch(pair -> pair.first().newtons() > 0 && pair.second().newtons() > 0);
        return pairs.size() < 2 || !usable ? Optional.empty() : Optional.of(compute(pairs));
    }

    private static TestRetest compute(List<Pair> pairs) {
        Sample differences = Sample.of(pairs.stream()
                .mapToDouble(pair -> pair.second().minus(pair.first()).newtons())
                .toArray());
        Sample logs = Sample.of(pairs.stream()
                .mapToDouble(pair ->
                        StrictMath.log(pair.second().newtons() / pair.first().newtons()))
                .toArray());
        Sample means = Sample.of(pairs.stream()
                .mapToDouble(pair -> pair.first().plus(pair.second()).newtons() / 2)
                .toArray());
        double error = differences.sd() / Math.sqrt(2);
        double logError = logs.sd() / Math.sqrt(2);
        return new TestRetest(
                pairs.size(),
                new Force(error),
                new Force(Z95 * Math.sqrt(2) * error),
                100 * (StrictMath.exp(logError) - 1),
                logError,
                StrictMath.exp(Z95 * Math.sqrt(2) * logError),
                100 * (StrictMath.exp(logs.mean()) - 1),
                new Force(WORTHWHILE_SDS * means.sd()));
    }
}
