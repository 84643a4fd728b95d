package org.plinth.web.capture;

import java.util.List;
import org.plinth.core.quantity.Force;
import org.plinth.driver.virtual.VirtualLinkProvider;

/** Directs the sample patient at a virtual dynamometer. */
public final class VirtualHands implements PretendPatient {

    private static final Force TAKEN_UP = Force.ofNewtons(5);

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
