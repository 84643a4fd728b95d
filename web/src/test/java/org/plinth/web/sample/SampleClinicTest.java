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

@Tag("slow")
class SampleClinicTest {

    @TempDir
    private Path root;

    @Test
    void twelve_people_have_the_courses_that_they_stand_for() {
        try (VisitFloorKit kit = VisitFloorKit.open(root)) {
            List<Integer> progress = new ArrayList<>();
            Clinic clinic = new SampleClinic(
                            kit.database(),
                            kit.journals(),
                            PositionCatalogue.bundled(),
                            new Passwords(),
                            Clock.systemUTC())
                    .make((done, of) -> progress.add(done));

            assertThat(progress).hasSize(72).isSorted();
            assertThat(course(kit, clinic, "Sample Gita").left().segments()).hasSize(2);
            assertThat(course(kit, clinic, "Sample Gita")
                            .left()
                            .segments()
                            .get(1)
                            .breakBecause())
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
