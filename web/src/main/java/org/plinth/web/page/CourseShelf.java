package org.plinth.web.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.fresh.Freshness;
import org.plinth.web.fresh.Stamp;
import org.plinth.web.page.PatientCourses.Visits;
import org.plinth.web.store.Stores;

/**
 * The courses of the patients who were asked for last, each with the stamp that it was read under: a page and its charts ask for the
 * same ones within a second. What is found under an older stamp is read anew. Any thread.
 */
final class CourseShelf {

    private static final int MOST_PATIENTS = 128;

    /** Results on the shelf, some kilobytes each with all that hangs on them: what bounds its memory. */
    private static final int MOST_RESULTS = 10_000;

    private final Freshness freshness;
    private final Map<Asked, Kept> kept = new LinkedHashMap<>(64, 0.75f, true);
    private int results;

    CourseShelf(Freshness freshness) {
        this.freshness = freshness;
    }

    private record Asked(Id<Clinic> clinic, Id<Patient> patient, Optional<Id<Episode>> episode, Visits which) {}

    private record Kept(Stamp stamp, PatientCourses courses) {

        int results() {
            return courses.file().results().size();
        }
    }

    /** Reads courses. */
    interface Reading {

        /** Empty where there is no such patient. */
        Optional<PatientCourses> read(Stores stores);
    }

    /** What is kept and still holds, or else what {@code reading} gives. */
    Optional<PatientCourses> find(
            Stores stores,
            Id<Clinic> clinic,
            Id<Patient> patient,
            Optional<Id<Episode>> episode,
            Visits which,
            Reading reading) {
        Optional<Stamp> stamp = freshness.of(stores, clinic, patient);
        if (stamp.isEmpty()) {
            return reading.read(stores);
        }
        Asked asked = new Asked(clinic, patient, episode, which);
        Optional<PatientCourses> known = get(asked, stamp.get());
        if (known.isPresent()) {
            return known;
        }
        Optional<PatientCourses> read = reading.read(stores);
        read.ifPresent(courses -> put(asked, new Kept(stamp.get(), courses)));
        return read;
    }

    private synchronized Optional<PatientCourses> get(Asked asked, Stamp stamp) {
        return Optional.ofNullable(kept.get(asked))
                .filter(one -> one.stamp().equals(stamp))
                .map(Kept::courses);
    }

    private synchronized void put(Asked asked, Kept one) {
        Optional.ofNullable(kept.put(asked, one)).ifPresent(old -> results -= old.results());
        results += one.results();
        while (kept.size() > MOST_PATIENTS || results > MOST_RESULTS) {
            Asked oldest = kept.keySet().iterator().next();
            Optional.ofNullable(kept.remove(oldest)).ifPresent(old -> results -= old.results());
        }
    }
}
