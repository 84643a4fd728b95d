package org.plinth.web.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.symmetry.SymmetryOutcome;
import org.plinth.core.symmetry.SymmetryRefusal;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Patient;
import org.plinth.web.measure.Course;
import org.plinth.web.measure.CoursePoint;
import org.plinth.web.measure.Courses;
import org.plinth.web.measure.SeriesBreak;
import org.plinth.web.measure.SeriesChange;
import org.plinth.web.measure.SideCourse;
import org.plinth.web.store.Passwords;
import org.plinth.web.store.PatientStore;
import org.plinth.web.testkit.VisitFloorKit;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Numbers;

@Tag("slow")
class SampleClinicTest {

    private static final Instant NOW = Instant.parse("2026-08-06T12:00:00Z");

    private static final List<String> NAMES = List.of(
            "Sample Ada",
            "Sample Ben",
            "Sample Cora",
            "Sample Dev",
            "Sample Eva",
            "Sample Finn",
            "Sample Gita",
            "Sample Hugo",
            "Sample Ines",
            "Sample Jon",
            "Sample Kira",
            "Sample Leo");

    private static final List<Integer> PROGRESS = new ArrayList<>();

    @TempDir
    private static Path root;

    private static VisitFloorKit kit;
    private static Clinic clinic;

    @BeforeAll
    static void make() {
        kit = VisitFloorKit.open(root);
        clinic = new SampleClinic(
                        kit.database(),
                        kit.journals(),
                        PositionCatalogue.bundled(),
                        new Passwords(),
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .make((done, of) -> PROGRESS.add(done));
    }

    @AfterAll
    static void close() {
        kit.close();
    }

    /**
     * Word for word, to clinician and patient. The expected text was read line by line against the made-up strengths; after a change
     * of words the new one lies in {@code target/sample-progress.txt}, to be read again.
     */
    @Test
    void each_course_leads_to_its_sentences() throws IOException {
        SampleSayings sayings = new SampleSayings(
                Texts.bundled(),
                new Numbers(ForceUnit.NEWTON, ZoneOffset.UTC),
                LocalDate.ofInstant(NOW, ZoneOffset.UTC));
        String said = NAMES.stream()
                .map(name -> kit.database().read(stores -> sayings.of(stores, clinic, name)))
                .collect(Collectors.joining("\n"));
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "sample-progress.txt"), said);

        assertThat(said).isEqualTo(expected());
    }

    private static String expected() throws IOException {
        try (InputStream in = SampleClinicTest.class.getResourceAsStream("progress.txt")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void twelve_people_have_the_courses_that_they_stand_for() {
        assertThat(PROGRESS).hasSize(72).isSorted();
        assertThat(course(kit, clinic, "Sample Gita").left().segments()).hasSize(2);
        assertThat(course(kit, clinic, "Sample Gita").left().segments().get(1).breakBecause())
                .containsExactly(SeriesBreak.FIXATION);
        assertThat(kind(course(kit, clinic, "Sample Ada").left())).isEqualTo(SeriesChange.Kind.STRONGER);
        assertThat(kind(course(kit, clinic, "Sample Ben").right())).isEqualTo(SeriesChange.Kind.WITHIN_ERROR);
        assertThat(kind(course(kit, clinic, "Sample Cora").right())).isEqualTo(SeriesChange.Kind.WEAKER);
        assertThat(kind(course(kit, clinic, "Sample Finn").left())).isEqualTo(SeriesChange.Kind.ONE_VISIT);
        assertThat(newest(course(kit, clinic, "Sample Dev")))
                .isEqualTo(new SymmetryOutcome.Refused(SymmetryRefusal.BILATERAL));
        assertThat(newest(course(kit, clinic, "Sample Jon"))
                        .symmetry()
                        .orElseThrow()
                        .percent())
                .isGreaterThan(105);
        assertThat(course(kit, clinic, "Sample Eva").right().points().get(0).hollow())
                .isTrue();
        assertThat(course(kit, clinic, "Sample Hugo").right().points())
                .filteredOn(CoursePoint::hollow)
                .singleElement()
                .satisfies(point -> assertThat(point.flags()).contains(ResultFlag.UNCALIBRATED));
        assertThat(course(kit, clinic, "Sample Ines").left().points())
                .filteredOn(point -> point.results().size() == 2)
                .hasSize(1);
        assertThat(kit.database().read(stores -> stores.audit().verify()).isEmpty())
                .isTrue();
    }

    private static SeriesChange.Kind kind(SideCourse side) {
        return side.current().orElseThrow().change().kind();
    }

    private static SymmetryOutcome newest(Course course) {
        return course.symmetries()
                .get(course.symmetries().size() - 1)
                .symmetry()
                .outcome();
    }

    private static Course course(VisitFloorKit kit, Clinic clinic, String name) {
        return kit.database().read(stores -> {
            Patient patient = stores.patients().search(clinic.id(), name, 1).get(0);
            PatientStore.PatientFile file =
                    stores.patients().file(clinic.id(), patient.id()).orElseThrow();
            return new Courses(PositionCatalogue.bundled())
                    .of(file.episodes().get(0), file.results(), file.symmetries())
                    .get(0);
        });
    }
}
