package org.plinth.core.reliability;

import java.util.Optional;

/**
 * Mean squares of a full table of n people by k ratings.
 *
 * @param n people
 * @param k ratings
 * @param people MSR
 * @param raters MSC
 * @param residual MSE
 * @param within MSW
 */
record Anova(int n, int k, double people, double raters, double residual, double within) {

    /** Empty for fewer than two people or ratings, a ragged table, or one without scatter. */
    static Optional<Anova> of(double[][] table) {
        int n = table.length;
        int k = n == 0 ? 0 : table[0].length;
        if (n < 2 || k < 2) {
            return Optional.empty();
        }
        for (double[] row : table) {
            if (row.length != k) {
                return Optional.empty();
            }
        }
        Anova anova = compute(table, n, k);
        return anova.residual > 0 && anova.within > 0 && Double.isFinite(anova.people)
                ? Optional.of(anova)
                : Optional.empty();
    }

    private static Anova compute(double[][] table, int n, int k) {
        double[] rows = new double[n];
        double[] columns = new double[k];
        double grand = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < k; j++) {
                rows[i] += table[i][j] / k;
                columns[j] += table[i][j] / n;
                grand += table[i][j] / ((double) n * k);
            }
        }
        double ssRows = k * squares(rows, grand);
        double ssColumns = n * squares(columns, grand);
        double total = 0;
        for (double[] row : table) {
            total += squares(row, grand);
        }
        double ssResidual = total - ssRows - ssColumns;
        return new Anova(
                n,
                k,
                ssRows / (n - 1),
                ssColumns / (k - 1),
                ssResidual / ((n - 1.0) * (k - 1)),
                (total - ssRows) / (n * (k - 1.0)));
    }

    private static double squares(double[] values, double around) {
        double sum = 0;
        for (double value : values) {
            sum += (value - around) * (value - around);
        }
        return sum;
    }
}
