package org.plinth.core.position;

import java.util.Optional;
import org.plinth.core.quantity.Force;
import org.plinth.core.quantity.Mass;

/**
 * What range a sensor needs in a position for this patient: the range of the catalogue, which is made for a strong person of
 * 100 kg, in proportion to her body mass. Without a body mass it is the range of the catalogue itself; none is assumed.
 */
public final class RangeNeed {

    /** The body mass that the ranges of the catalogue are made for [kg]. */
    public static final double CATALOGUE_MASS_KG = 100;

    private RangeNeed() {}

    /**
     * The range [N]; empty where the position uses no sensor.
     *
     * @param mass of the patient, where it is known
     */
    public static Optional<Force> of(TestPosition position, Optional<Mass> mass) {
        return position.minimumRange()
                .map(range -> mass.map(known -> range.times(known.kilograms() / CATALOGUE_MASS_KG))
                        .orElse(range));
    }
}
