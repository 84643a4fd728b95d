package org.plinth.web.capture;

import java.util.List;
import org.plinth.core.quantity.Force;
import org.plinth.driver.virtual.VirtualLinkProvider;

/** Directs the sample patient at a virtual dynamometer. */
public final class VirtualHands implements PretendPatient {

    /** In the middle of what is asked for (decision M7). */
    private static final Force TAKEN_UP = Force.ofNewtons(8);

    /** She waits for "go", which comes when the strap was still for a second. */
    private static final long WAITS_MICROS = 2_500_000;

    private final VirtualLinkProvider sensors;

    /** At these sensors. */
    public VirtualHands(VirtualLinkProvider sensors) {
        this.sensors = sensors;
    }

    @Override
    public void rest(String peripheralId) {
        sensors.patient(peripheralId).ifPresent(patient -> {
            patient.repeats(false);
            patient.pretension(Force.ZERO);
        });
    }

    @Override
    public void work(String peripheralId, Force strength) {
        sensors.patient(peripheralId).ifPresent(patient -> {
            patient.pretension(TAKEN_UP);
            patient.startsAfter(WAITS_MICROS);
            patient.strength(strength);
            patient.repeats(true);
        });
    }

    @Override
    public void squeeze(List<String> peripheralIds) {
        for (int i = 0; i < peripheralIds.size(); i++) {
            boolean first = i == 0;
            sensors.patient(peripheralIds.get(i)).ifPresent(patient -> {
                patient.pretension(Force.ZERO);
                patient.repeats(first);
            });
        }
    }
}
