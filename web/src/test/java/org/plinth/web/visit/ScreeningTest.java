package org.plinth.web.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Consent;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Visit;
import org.plinth.web.store.Act;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.store.StoreFailure.Reason;
import org.plinth.web.testkit.Screened;
import org.plinth.web.testkit.VisitDeskScript;
import org.plinth.web.testkit.VisitFloorKit;

/** Nothing maximal is recorded before somebody has asked, and only a clinician goes on where something applies. */
@Tag("slow")
class ScreeningTest {

    @TempDir
    private Path root;

    private VisitFloorKit kit;
    private VisitFloorKit.People people;
    private VisitDeskScript script;
    private VisitDesk desk;
    private Visit visit;

    @BeforeEach
    void open() {
        kit = VisitFloorKit.open(root);
        people = kit.addPeople(Involvement.LEFT);
        script = new VisitDeskScript(kit, people);
        desk = kit.floor().desk();
        visit = script.openUnscreened();
    }

    @AfterEach
    void close() {
        kit.close();
    }

    private ScreeningSheet sheet() {
        return desk.screening(people.clinic().id(), visit.id());
    }

    private ScreeningSheet answer(Act act, Set<String> yes, boolean goesOn) {
        return desk.screen(act, visit.id(), Screened.answers(sheet(), yes, goesOn));
    }

    private Act why(String reason) {
        return kit.act(people, "visit.screen", reason);
    }

    private static void refused(Runnable work, String key) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(StoreFailure.class, failure -> {
            assertThat(failure.reason()).isEqualTo(Reason.WRONG_STATE);
            assertThat(failure.getMessage()).endsWith(key);
        });
    }

    private static void invalid(Runnable work, String field) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(StoreFailure.class, failure -> {
            assertThat(failure.reason()).isEqualTo(Reason.INVALID);
            assertThat(failure.field()).contains(field);
        });
    }

    @Test
    void a_maximal_effort_is_refused_until_somebody_has_asked_and_after_a_stop() {
        PositionTest test = script.setUp(visit);
        script.tare(test, Side.RIGHT);
        refused(() -> script.start(test, Side.RIGHT, "a"), "capture.start.NOT_SCREENED");

        ScreeningSheet stopped = answer(why(""), Set.of("nerve"), false);

        assertThat(stopped.blocked()).contains(StartBlock.SCREENED_STOP);
        assertThat(stopped.answered().orElseThrow().yes()).containsExactly("nerve");
        assertThat(stopped.answered().orElseThrow().formVersion()).isEqualTo(1);
        refused(() -> script.start(test, Side.RIGHT, "b"), "capture.start.SCREENED_STOP");
        assertThat(desk.sheet(people.clinic().id(), test.id()).right().blocked())
                .contains(StartBlock.SCREENED_STOP);

        invalid(() -> answer(why(""), Set.of(), true), "reason");
        assertThat(answer(why("ticked by mistake"), Set.of(), true).blocked()).isEmpty();
        assertThat(script.start(test, Side.RIGHT, "c").side()).isEqualTo(Side.RIGHT);
    }

    @Test
    void where_something_applies_a_clinician_goes_on_with_a_reason_and_nobody_else() {
        Account assistant = new Account(
                Id.random(new SecureRandom()),
                people.clinic().id(),
                "assistant-of-screening",
                "Sample assistant",
                Role.ASSISTANT,
                Optional.empty(),
                false);
        kit.database().write(why(""), stores -> {
            stores.accounts().add(assistant, "nobody logs in by this");
            return true;
        });
        Act hers =
                new Act(people.clinic().id(), assistant.id(), why("").at(), "visit.screen", "the doctor said yes", "");

        refused(() -> answer(hers, Set.of("medicine"), true), "capture.refused.CLINICIAN_DECIDES");
        invalid(() -> answer(why(" "), Set.of("medicine"), true), "reason");
        assertThat(sheet().blocked()).contains(StartBlock.NOT_SCREENED);

        assertThat(answer(hers, Set.of("medicine"), false).blocked()).contains(StartBlock.SCREENED_STOP);
        refused(() -> answer(hers, Set.of(), true), "capture.refused.CLINICIAN_DECIDES");
        ScreeningSheet on = answer(why("last dose ten weeks ago"), Set.of("medicine"), true);
        assertThat(on.blocked()).isEmpty();
        assertThat(on.answered().orElseThrow().reason()).isEqualTo("last dose ten weeks ago");
        assertThat(on.answered().orElseThrow().author())
                .isEqualTo(people.clinician().id());
    }

    @Test
    void answers_to_other_questions_without_agreement_or_to_what_was_seen_before_are_refused() {
        invalid(() -> answer(why(""), Set.of("colour"), false), "yes");
        refused(
                () -> desk.screen(
                        why(""), visit.id(), new ScreeningAnswers("pht-screening", 2, Set.of(), true, true, 0)),
                "capture.refused.SCREENING_CHANGED");
        invalid(
                () -> desk.screen(
                        why(""), visit.id(), new ScreeningAnswers("pht-screening", 1, Set.of(), false, true, 0)),
                "agreed");
        ScreeningAnswers first = Screened.answers(sheet(), Set.of(), true);
        desk.screen(why(""), visit.id(), first);
        assertThatThrownBy(() -> desk.screen(why(""), visit.id(), first))
                .isInstanceOfSatisfying(StoreFailure.class, failure -> assertThat(failure.reason())
                        .isEqualTo(Reason.OLD_VERSION));
        desk.close(script.act("visit.close"), visit.id(), visit.version());
        refused(() -> answer(why(""), Set.of(), true), "capture.start.VISIT_CLOSED");
    }

    @Test
    void who_withdrew_her_consent_to_be_tested_is_not_tested() {
        kit.database().write(why("asked again"), stores -> stores.consents()
                .add(
                        new Consent(
                                Id.random(new SecureRandom()),
                                people.clinic().id(),
                                people.patient().id(),
                                1,
                                Consent.Kind.TESTING,
                                false,
                                LocalDate.of(2026, 8, 1),
                                Consent.By.HERSELF,
                                Optional.empty(),
                                "2026-1",
                                people.clinician().id()),
                        0));

        refused(() -> answer(why(""), Set.of(), true), "capture.refused.CONSENT_WITHDRAWN");
        assertThat(sheet().consent().orElseThrow().given()).isFalse();
        assertThat(answer(why(""), Set.of(), false).blocked()).contains(StartBlock.SCREENED_STOP);
    }
}
