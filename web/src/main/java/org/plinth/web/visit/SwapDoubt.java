package org.plinth.web.visit;

import java.time.LocalDate;

/**
 * The legs stand the other way round than at an earlier visit: perhaps the strap was on the other one.
 *
 * @param since date of that visit
 * @param likelihoodRatio of "exchanged" to "as written", {@link org.plinth.core.symmetry.SideSwap}
 */
public record SwapDoubt(LocalDate since, double likelihoodRatio) {}
