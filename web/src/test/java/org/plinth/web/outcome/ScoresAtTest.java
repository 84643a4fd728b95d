package org.plinth.web.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plinth.core.visit.Involvement;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;

/** The mean of the patient's own activities near a day. */
class ScoresAtTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 5);

    private final SplittableRandom ids = new SplittableRandom(4);
    private final Id<Clinic> clinic = Id.random(ids);
    private final Patient patient =
            new Patient(Id.random(ids), clinic, 1, "Sample", "Madeup", START, Optional.empty(), Optional.empty());
    private final Episode episode = new Episode(
            Id.random(ids),
            clinic,
            patient.id(),
            1,
            "Sample tendon",
            Involvement.LEFT,
            START,
            Optional.empty(),
            Optional.of(START.plusDays(90)),
            Optional.empty());
    private final List<EpisodeEntry> entries = new ArrayList<>();

    private void answered(int day, String activity, int value) {
        entries.add(new EpisodeEntry(
                Id.random(ids),
                clinic,
                patient.id(),
                episode.id(),
                1,
                "score-psfs-activity",
                START.plusDays(day),
                new TreeMap<>(Map.of("activity", activity, "value", Integer.toString(value), "answeredBy", "PATIENT")),
                false,
                Instant.EPOCH,
                Id.random(ids)));
    }

    private ScoresAt at(int day) {
        return new ScoresAt(new EpisodeOutcome(patient, episode, 1, entries, List.of()), START.plusDays(day));
    }

    @Test
    void three_activities_of_one_day_make_a_mean_and_single_answers_near_it_do_not() {
        answered(0, "run", 2);
        answered(0, "sit", 3);
        answered(0, "climb", 5);
        answered(50, "run", 9);
        answered(80, "swim", 9);
        answered(80, "dig", 9);
        answered(80, "cycle", 9);

        assertThat(at(2).activityMean()).hasValue(3.3);
        assertThat(at(50).activityMean()).isEmpty();
        assertThat(at(50).whyNoActivityMean()).isEqualTo("TOO_FEW");
        assertThat(at(80).activityMean()).isEmpty();
        assertThat(at(80).whyNoActivityMean()).isEqualTo("OTHER_ACTIVITIES");
        assertThat(at(30).whyNoActivityMean()).isEqualTo("NOT_NOTED");
    }
}
