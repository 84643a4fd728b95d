package org.plinth.web.page;

import java.util.List;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.OwnPosition;
import org.plinth.web.measure.Courses;
import org.plinth.web.position.ClinicPositions;
import org.plinth.web.store.Stores;
import org.plinth.web.store.TrustStore.Moment;
import org.plinth.web.trust.TrustBook;

/**
 * What every course of a clinic rests on beside its results: what is known of sensors, and the positions.
 *
 * @param moments of all sensors
 * @param protocols of own positions, every version
 * @param standing own positions as they are offered or not
 * @param positions all of them
 */
record OverviewGround(
        List<Moment> moments, List<OwnPosition> protocols, List<OwnPosition> standing, PositionCatalogue positions) {

    static OverviewGround of(Stores stores, ClinicPositions known, Id<Clinic> clinic) {
        return new OverviewGround(
                stores.trust().moments(clinic),
                stores.positions().protocols(clinic),
                stores.positions().all(clinic),
                known.of(stores, clinic));
    }

    /** Whether what was read on the other ground would be read the same on this one. */
    boolean holdsFor(OverviewGround other) {
        return moments.equals(other.moments) && protocols.equals(other.protocols) && standing.equals(other.standing);
    }

    /** What makes courses, with clinicians' words on tests as they stand now. */
    Courses courses(Stores stores, Id<Clinic> clinic) {
        return new Courses(positions, TrustBook.of(moments, stores.trust().words(clinic)));
    }
}
