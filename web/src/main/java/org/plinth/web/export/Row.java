package org.plinth.web.export;

import java.time.ZoneId;
import java.util.Optional;
import org.plinth.core.symmetry.SymmetryInterval;
import org.plinth.core.symmetry.SymmetryOutcome;
import org.plinth.core.symmetry.SymmetryOutcome.Symmetry;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.TestSymmetry;
import org.plinth.web.store.ResultStore.ExportRow;

/**
 * What a row is made from.
 *
 * @param stored the result and what belongs to it
 * @param zone of the clinic
 */
record Row(ExportRow stored, ZoneId zone) {

    SideResult result() {
        return stored.result();
    }

    Optional<Symmetry> symmetry() {
        return stored.symmetry().map(TestSymmetry::outcome).flatMap(SymmetryOutcome::symmetry);
    }

    Optional<SymmetryInterval> interval() {
        return symmetry().flatMap(Symmetry::interval);
    }

    /** Why there is no symmetry; empty text where there is one. */
    String symmetryWithheld() {
        return stored.symmetry()
                .map(TestSymmetry::outcome)
                .map(outcome -> outcome instanceof SymmetryOutcome.Refused refused
                        ? refused.reason().name()
                        : "")
                .orElse("NOT_COMPUTED");
    }

    /** Injured, uninjured, or both sides injured. */
    String role() {
        return stored.involvement()
                .injured()
                .map(injured -> injured == result().key().side() ? "INJURED" : "UNINJURED")
                .orElse("BOTH_INJURED");
    }
}
