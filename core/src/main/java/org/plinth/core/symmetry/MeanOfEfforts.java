package org.plinth.core.symmetry;

import java.util.List;
import org.plinth.core.quantity.Force;

/**
 * Mean of some efforts.
 *
 * @param mean [N]
 * @param error standard error of it, SD / √n [N]
 */
record MeanOfEfforts(double mean, double error) {

    static MeanOfEfforts of(List<Force> values) {
        int n = values.size();
        double mean = values.stream().mapToDouble(Force::newtons).sum() / n;
        double squares = values.stream()
                .mapToDouble(value -> (value.newtons() - mean) * (value.newtons() - mean))
                .sum();
        return new MeanOfEfforts(mean, Math.sqrt(squares / (n - 1) / n));
    }
}
