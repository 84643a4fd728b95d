package org.plinth.web.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Visit;
import org.plinth.web.export.Pseudonyms;
import org.plinth.web.privacy.Purpose;

class DisclosureTest {

    private static final SplittableRandom RANDOM = new SplittableRandom(32);
    private static final Clinic CLINIC =
            new Clinic(Id.random(RANDOM), "Sample clinic", ZoneId.of("Europe/Berlin"), ForceUnit.NEWTON, 90, true);
    private static final LocalDate DAY = LocalDate.of(2026, 8, 6);

    private static Disclosure disclosure(Purpose purpose) {
        Pseudonyms keyed = new Pseudonyms("a key of sixteen bytes".getBytes(StandardCharsets.UTF_8));
        return new Disclosure(CLINIC, purpose, keyed::of, false);
    }

    @Test
    void with_names_everything_stands_as_it_is() {
        Id<Patient> patient = Id.random(RANDOM);
        Disclosure named = disclosure(Purpose.CARE);

        assertThat(named.day(patient, DAY)).isEqualTo(DAY);
        assertThat(named.of(patient, "visit", patient)).isEqualTo("visit-" + patient);
        assertThat(named.words("typed")).contains("typed");
    }

    @Test
    void without_names_each_patient_has_a_shift_of_her_own_of_1_to_364_days_that_stays() {
        Disclosure blind = disclosure(Purpose.RESEARCH);
        for (int i = 0; i < 500; i++) {
            Id<Patient> patient = Id.random(RANDOM);
            LocalDate moved = blind.day(patient, DAY);

            assertThat(moved).isBetween(DAY.minusDays(364), DAY.minusDays(1));
            assertThat(blind.day(patient, DAY.plusDays(30))).isEqualTo(moved.plusDays(30));
        }
        assertThat(java.util.stream.Stream.generate(() -> blind.day(Id.random(RANDOM), DAY))
                        .limit(500)
                        .distinct()
                        .count())
                .isGreaterThan(200);
    }

    @Test
    void without_names_a_visit_begins_at_midnight_and_what_was_typed_is_left_out() {
        Disclosure blind = disclosure(Purpose.AUDIT);
        Instant started = Instant.parse("2026-08-06T14:37:12Z");
        Visit visit = new Visit(
                Id.random(RANDOM),
                CLINIC.id(),
                Id.random(RANDOM),
                Id.<Episode>random(RANDOM),
                1,
                DAY,
                CLINIC.zone(),
                Id.<Account>random(RANDOM),
                started,
                true);

        assertThat(blind.moment(visit, started.plusSeconds(90)).toString()).endsWith("T00:01:30Z");
        assertThat(blind.words("typed")).isEmpty();
        assertThat(blind.clock(started)).isEmpty();
        assertThat(blind.of(visit.patient(), "visit", visit.id()))
                .matches("[0-9a-f]{16}-visit-[0-9a-f]{16}")
                .startsWith(blind.patient(visit.patient()));
    }
}
