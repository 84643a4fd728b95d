package org.plinth.web.measure;

import java.util.EnumSet;
import java.util.Set;
import org.plinth.core.series.SeriesKey;

/** Names what differs between two series keys of one patient, position and side. */
final class SeriesBreaks {

    private SeriesBreaks() {}

    static Set<SeriesBreak> between(SeriesKey before, SeriesKey after) {
        Set<SeriesBreak> found = EnumSet.noneOf(SeriesBreak.class);
        addIf(found, SeriesBreak.PROTOCOL, before.protocolVersion() != after.protocolVersion());
        addIf(found, SeriesBreak.FIXATION, before.fixation() != after.fixation());
        addIf(found, SeriesBreak.STABILISATION, !before.stabilisation().equals(after.stabilisation()));
        addIf(found, SeriesBreak.SENSOR_SITE, !before.sensorSite().equals(after.sensorSite()));
        addIf(found, SeriesBreak.SENSOR_MODEL, !before.sensorModel().equals(after.sensorModel()));
        addIf(found, SeriesBreak.QUANTITY, !quantity(before).equals(quantity(after)));
        addIf(found, SeriesBreak.LIMB_WEIGHT, !before.limbWeight().equals(after.limbWeight()));
        addIf(found, SeriesBreak.PROVENANCE, before.provenance() != after.provenance());
        return found;
    }

    private static String quantity(SeriesKey key) {
        return key.quantity() + ' ' + key.basis() + ' ' + key.estimator();
    }

    private static void addIf(Set<SeriesBreak> found, SeriesBreak what, boolean differs) {
        if (differs) {
            found.add(what);
        }
    }
}
