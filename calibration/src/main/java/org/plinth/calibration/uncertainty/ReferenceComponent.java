package org.plinth.calibration.uncertainty;

import java.util.OptionalInt;
import org.plinth.calibration.reference.ReferenceUncertainty;
import org.plinth.calibration.uncertainty.Component.Source;

/** The line of the loads, by how their uncertainty was stated. */
final class ReferenceComponent {

    private ReferenceComponent() {}

    static Component of(ReferenceUncertainty reference, double newtons) {
        if (reference instanceof ReferenceUncertainty.Limits limits) {
            return Component.rectangular(Source.REFERENCE, limits.relativeHalfWidth(), "1", newtons);
        }
        if (reference instanceof ReferenceUncertainty.Expanded stated) {
            return new Component(
                    Source.REFERENCE,
                    stated.relative(),
                    "1",
                    Distribution.NORMAL,
                    stated.coverageFactor(),
                    newtons,
                    OptionalInt.empty());
        }
        throw new IllegalArgumentException("an uncertainty that was not stated has no line");
    }
}
