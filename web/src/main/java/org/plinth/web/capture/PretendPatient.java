package org.plinth.web.capture;

import java.util.List;
import org.plinth.core.quantity.Force;

/** Whoever pulls at a virtual sensor. Real sensors have nobody to ask, so each call does nothing for them. */
public interface PretendPatient {

    /** Nobody: all sensors are real. */
    PretendPatient NONE = new PretendPatient() {
        @Override
        public void rest(String peripheralId) {}

        @Override
        public void work(String peripheralId, Force strength) {}
    };

    /** The strap is slack and the limb rests: the sensor is about to be zeroed. */
    void rest(String peripheralId);

    /** From the next start on, efforts of about this strength. */
    void work(String peripheralId, Force strength);

    /** Somebody squeezes the first of these, once they stream. */
    default void squeeze(List<String> peripheralIds) {}
}
