package org.plinth.web.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Patient;
import org.plinth.web.measure.Course;
import org.plinth.web.measure.Courses;
import org.plinth.web.measure.SeriesBreak;
import org.plinth.web.store.Passwords;
import org.plinth.web.store.PatientStore;
import org.plinth.web.testkit.VisitFloorKit;

@Tag("slow")
class SampleClinicTest {

    @TempDir
    private Path root;

    @Test
    void twelve_people_have_the_courses_that_they_stand_for() {
        try (VisitFloorKit kit = VisitFloorKit.open(root)) {
            long began = System.nanoTime();
            List<Integer> progress = new ArrayList<>();
            Clinic clinic = new SampleClinic(
                            kit.database(),
                            kit.journals(),
                            PositionCatalogue.bundled(),
                            new Passwords(),
                            Clock.systemUTC())
                    .make((done, of) -> progress.add(done));
            System.err.println("made in ms " + (System.nanoTime() - began) / 1_000_000);

            assertThat(progress).hasSize(72).isSorted();
            assertThat(course(kit, clinic, "Sample Gita").left().segments()).hasSize(2);
            assertThat(course(kit, clinic, "Sample Gita")
                            .left()
                            .segments()
                            .get(1)
                            .breakBecause())
                    .containsExactly(SeriesBreak.FIXATION);
            for (Patient patient :
                    kit.database().read(stores -> stores.patients().search(clinic.id(), "Sample", 12))) {
                Course course = course(kit, clinic, patient.givenName());
                System.err.println(
                        patient.name() + " " + course.left().current().map(s -> s.change()) + " "
                                + course.right().current().map(s -> s.change()) + " "
                                + course.symmetries()
                                        .get(course.symmetries().size() - 1)
                                        .symmetry()
                                        .outcome());
            }
        }
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
