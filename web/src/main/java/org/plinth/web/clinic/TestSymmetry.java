package org.plinth.web.clinic;

import java.time.LocalDate;
import org.plinth.core.symmetry.SymmetryOutcome;

/**
 * The limb symmetry of one position test, or why there is none, as computed when its efforts were last decided.
 *
 * @param test which
 * @param visit at which
 * @param positionId of the catalogue
 * @param date of the visit
 * @param version from 1
 * @param outcome symmetry or refusal
 * @param engineVersion that computed it
 */
public record TestSymmetry(
        Id<PositionTest> test,
        Id<Visit> visit,
        String positionId,
        LocalDate date,
        int version,
        SymmetryOutcome outcome,
        String engineVersion) {}
