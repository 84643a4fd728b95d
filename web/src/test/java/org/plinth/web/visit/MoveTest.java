package org.plinth.web.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.driver.SensorDrivers;
import org.plinth.web.capture.RawForce;
import org.plinth.web.capture.RecordedForce;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Consent;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Feedback;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PatientAccess;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.SetUpPhoto;
import org.plinth.web.clinic.SideSetUp;
import org.plinth.web.clinic.Trial;
import org.plinth.web.clinic.Visit;
import org.plinth.web.photo.SetUpPhotos;
import org.plinth.web.store.AuditEvent;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.store.StoreFailure.Reason;
import org.plinth.web.testkit.VisitDeskScript;
import org.plinth.web.testkit.VisitFloorKit;

/** A test that was recorded under the wrong patient goes to the right one with all its numbers, and back. */
@Tag("slow")
class MoveTest {

    private static final String REASON = "recorded under the wrong name";
    private static final SideMarks MARKS = new SideMarks(
            Side.LEFT,
            Optional.of("4"),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.of(355),
            OptionalInt.empty(),
            OptionalInt.empty());
    private static final Feedback CUES = new Feedback(true, false, Set.of(Feedback.Cue.GO), false);

    @TempDir
    private Path root;

    private final SecureRandom random = new SecureRandom();
    private VisitFloorKit kit;
    private VisitFloorKit.People people;
    private VisitDesk desk;
    private TestSheet before;
    private Visit target;

    @BeforeEach
    void record() {
        kit = VisitFloorKit.open(root);
        people = kit.addPeople(Involvement.LEFT);
        desk = kit.floor().desk();
        VisitDeskScript script = new VisitDeskScript(kit, people);
        PositionTest test = script.setUp(script.openVisit());
        desk.prepare(script.act("test.prepare"), test.id(), MARKS, 0);
        script.keepAll(script.record(test, Side.RIGHT, 1));
        TestSheet sheet = script.record(test, Side.LEFT, 1);
        Trial left = sheet.left().trials().get(0);
        before = desk.decide(script.act("trial.decide"), left.id(), left.version(), Decision.keep(4));
        target = otherVisit();
    }

    @AfterEach
    void close() {
        kit.close();
    }

    /** Of a second patient of the same clinic, on the same day. */
    private Visit otherVisit() {
        Patient other = new Patient(
                Id.random(random),
                people.clinic().id(),
                1,
                "Sample Berta",
                "Birch",
                LocalDate.of(1980, 1, 2),
                Optional.empty(),
                Optional.empty());
        Episode episode = new Episode(
                Id.random(random),
                people.clinic().id(),
                other.id(),
                1,
                "Sample problem",
                Involvement.LEFT,
                before.visit().date(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        kit.database().write(kit.act(people, "test.other", ""), stores -> {
            stores.patients().add(other);
            stores.episodes().add(episode);
            return true;
        });
        return desk.open(kit.act(people, "visit.open", ""), other.id(), episode.id());
    }

    private TestSheet moved() {
        return desk.move(kit.act(people, "test.move", REASON), before.test().id(), target.id());
    }

    private TestSheet source() {
        return desk.sheet(people.clinic().id(), before.test().id());
    }

    private static double percent(TestSheet sheet) {
        return sheet.symmetry().orElseThrow().outcome().symmetry().orElseThrow().percent();
    }

    private List<Double> samples(Recording recording) {
        RecordedForce force = new RawForce(kit.database(), kit.journals(), SensorDrivers.load())
                .of(recording)
                .flatMap(replayed -> replayed.force())
                .orElseThrow();
        return force.segments().stream()
                .flatMap(segment ->
                        java.util.stream.IntStream.range(0, segment.size()).mapToObj(segment::newtons))
                .toList();
    }

    @Test
    void all_numbers_and_decisions_go_with_it_and_none_stay_behind() {
        TestSheet now = moved();

        assertThat(now.test().patient()).isEqualTo(target.patient());
        assertThat(percent(now)).isEqualTo(percent(before));
        assertThat(now.left().trials().get(0).pain()).hasValue(4);
        assertThat(now.left().trials().get(0).state()).isEqualTo(Trial.State.ACCEPTED);
        assertThat(now.left().result().orElseThrow().value())
                .isEqualTo(before.left().result().orElseThrow().value());
        assertThat(samples(now.right().recordings().get(0)))
                .isEqualTo(samples(before.right().recordings().get(0)));

        TestSheet behind = source();
        assertThat(behind.left().result()).isEmpty();
        assertThat(behind.right().result()).isEmpty();
        assertThat(behind.left().trials())
                .allSatisfy(trial -> assertThat(trial.exclusionReason()).contains("MOVED"));
        assertThat(behind.maximalEfforts()).isZero();
        assertThat(behind.left().blocked())
                .as("pain of somebody else does not stop this patient")
                .isNotEqualTo(Optional.of(StartBlock.PAIN_NO_FURTHER));
        List<AuditEvent> events = kit.database()
                .read(stores -> stores.audit().newest(people.clinic().id(), Long.MAX_VALUE, 100));
        assertThat(events.stream().filter(event -> event.action().equals("test.move")))
                .extracting(AuditEvent::subject)
                .contains(
                        "recording:" + before.left().recordings().get(0).id(),
                        "recording:" + now.left().recordings().get(0).id());
    }

    @Test
    void a_photo_of_the_others_leg_is_no_more_recalled_for_her_than_the_lever() {
        SetUpPhotos photos = new SetUpPhotos(kit.database());
        Id<Clinic> clinic = people.clinic().id();
        Id<Patient> her = people.patient().id();
        kit.database().write(kit.act(people, "photo.take", ""), stores -> {
            stores.consents().add(consentToPhotos(), 0);
            SetUpPhoto photo = new SetUpPhoto(
                    clinic,
                    her,
                    before.test().id(),
                    Side.LEFT,
                    1,
                    4,
                    3,
                    kit.act(people, "", "").at(),
                    people.clinician().id());
            return stores.photos().add(photo, new byte[] {1}, 0);
        });
        assertThat(photos.album(clinic, her).recalled()).hasSize(1);

        moved();

        assertThat(photos.album(clinic, her).recalled()).isEmpty();
        assertThat(photos.album(clinic, her).kept()).as("still to be removed").isEqualTo(1);
    }

    private Consent consentToPhotos() {
        return new Consent(
                Id.random(random),
                people.clinic().id(),
                people.patient().id(),
                1,
                Consent.Kind.PHOTO,
                true,
                LocalDate.parse("2026-08-06"),
                Consent.By.HERSELF,
                Optional.empty(),
                "1",
                people.clinician().id());
    }

    @Test
    void how_she_was_set_up_and_what_she_heard_goes_along_and_is_recalled_for_her_alone() {
        Id<Recording> left = before.left().recordings().get(0).id();
        kit.database().write(kit.act(people, "feedback.add", ""), stores -> {
            stores.feedback().add(people.clinic().id(), left, CUES);
            return left;
        });
        TestSheet there = moved();

        Map<Id<Recording>, Feedback> heard = kit.database().read(stores -> stores.feedback()
                .ofTest(people.clinic().id(), there.test().id()));
        assertThat(heard)
                .containsOnly(Map.entry(there.left().recordings().get(0).id(), CUES));
        assertThat(recalled(target).orElseThrow().sides())
                .extracting(SideSetUp::lever)
                .containsOnly(MARKS.lever());
        assertThat(recalled(before.visit())).as("nobody else's lever").isEmpty();
        VisitDeskScript script = new VisitDeskScript(kit, people);
        desk.close(
                script.act("visit.close"), before.visit().id(), before.visit().version());
        Visit next = script.openVisit();
        assertThat(desk.screening(people.clinic().id(), next.id()).firstVisit()).isTrue();
        assertThat(desk.plan(people.clinic().id(), next.id()).lastVisit()).isEmpty();

        desk.moveBack(
                kit.act(people, "test.moveBack", "it was right"), there.test().id());
        assertThat(recalled(target)).isEmpty();
        assertThat(recalled(next).orElseThrow().sides()).hasSize(1);
        assertThat(desk.screening(people.clinic().id(), next.id()).firstVisit()).isFalse();
    }

    private Optional<VisitPlan.Recalled> recalled(Visit visit) {
        return desk.plan(people.clinic().id(), visit.id()).positions().stream()
                .filter(planned -> planned.position().id().equals("curl-prone-15"))
                .findFirst()
                .flatMap(VisitPlan.Planned::recalled);
    }

    @Test
    void what_was_moved_away_is_none_of_her_efforts_and_not_in_the_file_of_everything_about_her() {
        VisitDeskScript script = new VisitDeskScript(kit, people);
        moved();
        script.tare(before.test(), Side.LEFT);
        Recording another = script.start(before.test(), Side.LEFT, "another");
        script.awaitMicros(before.test(), 3_000_000);
        kit.sensors().patient("virtual-1").orElseThrow().repeats(false);
        script.awaitMicros(before.test(), 7_000_000);
        TestSheet behind = script.keepAll(script.stop(another));
        assertThat(behind.left().own()).hasSize(1);
        assertThat(behind.left().result().orElseThrow().effortsMade()).isEqualTo(1);

        Map<String, List<Map<String, Object>>> hers = rows(people.patient().id());
        Id<Recording> own = behind.left().recordings().get(1).id();
        assertThat(ids(hers, "recording", "id")).containsExactly(own.toString());
        assertThat(ids(hers, "trial", "recording_id")).containsExactly(own.toString());
        assertThat(ids(hers, "measurement", "trial_id"))
                .containsOnly(behind.left().own().get(0).id().toString());
        assertThat(ids(hers, "result_version", "best_n"))
                .filteredOn(value -> !value.equals("")) // a side that has no result any more
                .containsExactly(
                        behind.left().result().orElseThrow().value().best().newtons());
        for (Recording aside : before.left().recordings()) {
            assertThat(hers.get("audit_event").toString()).doesNotContain("recording:" + aside.id());
        }
        assertThat(ids(rows(target.patient()), "recording", "id")).hasSize(2);
    }

    private Map<String, List<Map<String, Object>>> rows(Id<Patient> patient) {
        return kit.database()
                .read(stores -> stores.subject().rows(people.clinic().id(), patient));
    }

    private static List<Object> ids(Map<String, List<Map<String, Object>>> rows, String table, String column) {
        return rows.get(table).stream().map(row -> row.getOrDefault(column, "")).toList();
    }

    @Test
    void a_side_that_was_put_right_goes_along_there_and_back() {
        TestSheet there = moved();
        Recording left = there.left().recordings().get(0);
        Recording right = there.right().recordings().get(0);
        desk.swapSide(kit.act(people, "recording.swap", "strap was on the other leg"), left.id(), left.version());
        TestSheet swapped = desk.swapSide(
                kit.act(people, "recording.swap", "strap was on the other leg"), right.id(), right.version());

        TestSheet back = desk.moveBack(
                kit.act(people, "test.moveBack", "it was right"), there.test().id());
        assertThat(back.left().result().orElseThrow().value())
                .isEqualTo(swapped.left().result().orElseThrow().value());
        assertThat(back.left().trials().get(0).effort())
                .isEqualTo(before.right().trials().get(0).effort());

        Recording again = back.left().recordings().get(0);
        Recording other = back.right().recordings().get(0);
        desk.swapSide(kit.act(people, "recording.swap", "it was right"), again.id(), again.version());
        desk.swapSide(kit.act(people, "recording.swap", "it was right"), other.id(), other.version());
        assertThat(percent(moved())).isEqualTo(percent(before));
    }

    @Test
    void moving_it_back_gives_what_was_before_with_what_was_decided_meanwhile() {
        TestSheet there = moved();
        TestSheet back = desk.moveBack(
                kit.act(people, "test.moveBack", "it was right"), there.test().id());

        assertThat(back.test().id()).isEqualTo(before.test().id());
        assertThat(percent(back)).isEqualTo(percent(before));
        assertThat(back.left().trials().get(0).pain()).hasValue(4);
        assertThat(desk.sheet(people.clinic().id(), there.test().id()).left().result())
                .isEmpty();

        TestSheet again = moved();
        assertThat(again.test().id()).as("no third copy").isEqualTo(there.test().id());
        assertThat(again.left().recordings()).hasSize(1);
        assertThat(percent(again)).isEqualTo(percent(before));
    }

    @Test
    void what_cannot_be_moved_is_refused_and_stays() {
        refused(() -> desk.move(kit.act(people, "test.move", " "), before.test().id(), target.id()), Reason.INVALID);
        refused(
                () -> desk.move(
                        kit.act(people, "test.move", REASON),
                        before.test().id(),
                        before.visit().id()),
                Reason.INVALID);
        refused(
                () -> desk.moveBack(
                        kit.act(people, "test.moveBack", REASON), before.test().id()),
                Reason.WRONG_STATE);
        kit.database().write(kit.act(people, "access.change", "staff of the clinic"), stores -> stores.access()
                .change(new PatientAccess(target.patient(), people.clinic().id(), 0, true, Set.of())));
        refused(this::moved, Reason.NOT_FOUND);
        assertThat(percent(source())).isEqualTo(percent(before));
    }

    @Test
    void it_is_not_moved_back_into_a_record_that_was_closed_to_her_meanwhile() {
        TestSheet there = moved();
        kit.database().write(kit.act(people, "access.change", "staff of the clinic"), stores -> stores.access()
                .change(new PatientAccess(people.patient().id(), people.clinic().id(), 0, true, Set.of())));

        refused(
                () -> desk.moveBack(
                        kit.act(people, "test.moveBack", "it was right"),
                        there.test().id()),
                Reason.NOT_FOUND);
        assertThat(desk.sheet(people.clinic().id(), there.test().id()).isMovedAway())
                .isFalse();
    }

    @Test
    void an_effort_that_was_moved_cannot_be_kept_where_it_was() {
        moved();
        Trial behind = source().left().trials().get(0);

        refused(
                () -> desk.decide(kit.act(people, "trial.decide", ""), behind.id(), behind.version(), Decision.keep(0)),
                Reason.WRONG_STATE);
        refused(this::moved, Reason.WRONG_STATE);
    }

    private static void refused(Runnable work, Reason reason) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(StoreFailure.class, failure -> assertThat(failure.reason())
                .isEqualTo(reason));
    }
}
