package org.plinth.web.clinic;

import java.time.ZoneId;
import java.util.Optional;
import org.plinth.core.quantity.ForceUnit;

/**
 * A clinic: everything clinical belongs to exactly one.
 *
 * @param id opaque
 * @param name as people read it
 * @param zone in which its dates and times are shown
 * @param displayUnit in which force is shown; stored values never change with it
 * @param thresholdPercent the reference line for limb symmetry
 * @param sample whether all of it is made up, and marked so on every page
 * @param phone whom its patients call, as it is dialled; empty where the clinic gave none
 */
public record Clinic(
        Id<Clinic> id,
        String name,
        ZoneId zone,
        ForceUnit displayUnit,
        double thresholdPercent,
        boolean sample,
        Optional<String> phone) {

    /** One that gave no telephone number. */
    public Clinic(
            Id<Clinic> id, String name, ZoneId zone, ForceUnit displayUnit, double thresholdPercent, boolean sample) {
        this(id, name, zone, displayUnit, thresholdPercent, sample, Optional.empty());
    }

    /** The same with another telephone number, or none. */
    public Clinic calledOn(Optional<String> number) {
        return new Clinic(id, name, zone, displayUnit, thresholdPercent, sample, number);
    }
}
