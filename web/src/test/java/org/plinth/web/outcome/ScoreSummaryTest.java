package org.plinth.web.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plinth.core.visit.Involvement;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;

/** A score's change over the episodes of a clinic. */
class ScoreSummaryTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 5);
    private static final int DAYS = 90;

    private final SplittableRandom ids = new SplittableRandom(5);
    private final Id<Clinic> clinic = Id.random(ids);

    /** With VISA-H at its beginning and at its end. */
    private EpisodeOutcome episode(int first, int last) {
        Patient patient =
                new Patient(Id.random(ids), clinic, 1, "Sample", "Madeup", START, Optional.empty(), Optional.empty());
        Episode episode = new Episode(
                Id.random(ids),
                clinic,
                patient.id(),
                1,
                "Sample tendon",
                Involvement.LEFT,
                START,
                Optional.empty(),
                Optional.of(START.plusDays(DAYS)),
                Optional.empty());
        List<EpisodeEntry> entries =
                Stream.of(visaH(episode, 0, first), visaH(episode, DAYS, last)).toList();
        return new EpisodeOutcome(patient, episode, 1, entries, List.of());
    }

    private EpisodeEntry visaH(Episode episode, int day, int value) {
        return new EpisodeEntry(
                Id.random(ids),
                clinic,
                episode.patient(),
                episode.id(),
                1,
                "score-visa-h",
                START.plusDays(day),
                new TreeMap<>(Map.of("value", Integer.toString(value), "answeredBy", "PATIENT")),
                false,
                Instant.EPOCH,
                Id.random(ids));
    }

    private ScoreSummary visaH(EpisodeOutcome... episodes) {
        return ScoreSummary.all(List.of(episodes)).stream()
                .filter(one -> one.instrument().id().equals("visa-h"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_single_pair_has_a_change_and_no_scatter() {
        ScoreSummary of = visaH(episode(40, 62));

        assertThat(of.paired()).isOne();
        assertThat(of.meanChange()).hasValue(22.0);
        assertThat(of.sdChange()).isEmpty();
    }

    @Test
    void two_pairs_have_both() {
        ScoreSummary of = visaH(episode(40, 62), episode(50, 60));

        assertThat(of.meanChange()).hasValue(16.0);
        assertThat(of.sdChange().orElseThrow()).isCloseTo(Math.sqrt(72), within(1e-12));
    }

    @Test
    void none_has_neither() {
        ScoreSummary of = visaH();

        assertThat(of.meanChange()).isEmpty();
        assertThat(of.sdChange()).isEmpty();
    }
}
