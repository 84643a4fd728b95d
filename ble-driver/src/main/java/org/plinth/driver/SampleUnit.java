package org.plinth.driver;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plinth.core.quantity.ForceUnit;

/** What the numbers of a sensor are before calibration. */
public enum SampleUnit {
    /** Converter counts: meaningless without a calibration. */
    COUNTS(null),
    /** Newtons by the maker's calibration. */
    NEWTON(ForceUnit.NEWTON),
    /** Kilogram-force by the maker's calibration. */
    KILOGRAM_FORCE(ForceUnit.KILOGRAM_FORCE),
    /** Pound-force by the maker's calibration. */
    POUND_FORCE(ForceUnit.POUND_FORCE);

    @Nullable
    private final ForceUnit force;

    SampleUnit(@Nullable ForceUnit force) {
        this.force = force;
    }

    /** The unit of force, unless these are counts. */
    public Optional<ForceUnit> force() {
        return Optional.ofNullable(force);
    }
}
