package org.plinth.web.clinic;

import java.time.ZoneId;
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
 */
public record Clinic(
        Id<Clinic> id, String name, ZoneId zone, ForceUnit displayUnit, double thresholdPercent, boolean sample) {}
