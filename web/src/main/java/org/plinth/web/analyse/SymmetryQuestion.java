package org.plinth.web.analyse;

import java.util.Optional;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.visit.Side;

/**
 * What a symmetry is asked about.
 *
 * @param injured the injured side, where it was named
 * @param error of one side, where it is known
 * @param symmetryDefined whether the position, where one was named, has a limb symmetry at all
 * @param thresholdPercent the reference line
 */
public record SymmetryQuestion(
        Optional<Side> injured, Optional<MeasurementError> error, boolean symmetryDefined, double thresholdPercent) {}
