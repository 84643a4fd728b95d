package org.plinth.web.export;

import java.util.LinkedHashMap;
import java.util.Map;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.Visit;

/** Keyed pseudonyms of what stands beside a recording; the same as in the results file. One thread. */
final class RawKeys {

    /** Rows of one patient stand together or come again soon; the rest is worked out anew. */
    private static final int REMEMBERED = 4_096;

    private final Pseudonyms pseudonyms;
    private final Map<String, String> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    RawKeys(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    String clinic(Id<Clinic> id) {
        return of("C", id);
    }

    String patient(Id<Patient> id) {
        return of("P", id);
    }

    String episode(Id<Episode> id) {
        return of("E", id);
    }

    String visit(Id<Visit> id) {
        return of("V", id);
    }

    String test(Id<PositionTest> id) {
        return of("T", id);
    }

    String recording(Id<Recording> id) {
        return of("R", id);
    }

    String sensor(Id<Sensor> id) {
        return of("S", id);
    }

    String calibration(Id<?> id) {
        return of("K", id);
    }

    private String of(String prefix, Id<?> id) {
        return known.computeIfAbsent(prefix + id.value(), key -> pseudonyms.of(prefix, id));
    }
}
