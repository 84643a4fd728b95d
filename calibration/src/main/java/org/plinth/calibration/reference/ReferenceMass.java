package org.plinth.calibration.reference;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A mass with its certificate.
 *
 * @param id what is stamped on it
 * @param certificate number of its certificate, and who issued it
 * @param certifiedOn date of the certificate; empty where unknown
 * @param nominalKilograms what it is called
 * @param conventionalKilograms what the certificate says
 * @param uncertaintyKilograms expanded, as the certificate says
 * @param coverageFactor k of that uncertainty
 */
public record ReferenceMass(
        String id,
        String certificate,
        Optional<LocalDate> certifiedOn,
        double nominalKilograms,
        double conventionalKilograms,
        double uncertaintyKilograms,
        double coverageFactor) {

    /** Rejects what cannot be. */
    public ReferenceMass {
        if (!(nominalKilograms > 0) || !(conventionalKilograms > 0)) {
            throw new IllegalArgumentException(
                    "a reference mass is above 0 kg, was " + nominalKilograms + " and " + conventionalKilograms);
        }
        if (!(uncertaintyKilograms > 0 && uncertaintyKilograms < conventionalKilograms)) {
            throw new IllegalArgumentException(
                    "the uncertainty of a mass is above 0 kg and below the mass, was " + uncertaintyKilograms);
        }
        if (!(coverageFactor >= 1 && coverageFactor <= 4)) {
            throw new IllegalArgumentException("k is from 1 to 4, was " + coverageFactor);
        }
    }

    /** Standard uncertainty as a part of the mass. */
    public double relativeStandardUncertainty() {
        return uncertaintyKilograms / coverageFactor / conventionalKilograms;
    }
}
