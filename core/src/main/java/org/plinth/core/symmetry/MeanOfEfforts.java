package org.plinth.core.symmetry;

import java.util.List;
import org.plinth.core.quantity.Force;
import org.plinth.core.statistics.Sample;

/**
 * Mean of some efforts.
 *
 * @param mean [N]
 * @param error standard error of it, SD / √n [N]
 */
record MeanOfEfforts(double mean, double error) {

    static MeanOfEfforts of(List<Force> values) {
        Sample efforts = Sample.of(values.stream().mapToDouble(Force::newtons).toArray());
        return new MeanOfEfforts(efforts.mean(), efforts.sd() / Math.sqrt(efforts.size()));
    }
}
