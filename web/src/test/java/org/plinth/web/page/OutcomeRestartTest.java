package org.plinth.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.visit.Involvement;
import org.plinth.web.clinic.Role;
import org.plinth.web.outcome.OutcomeQuestion;
import org.plinth.web.outcome.OutcomeReader;
import org.plinth.web.outcome.OutcomeSummary;
import org.plinth.web.outcome.PositionSummary;
import org.plinth.web.outcome.Share;
import org.plinth.web.testkit.ClinicServer;

/** What is not counted across surgery or another new baseline. */
@Tag("slow")
class OutcomeRestartTest {

    private ClinicServer server;
    private ClinicServer.Sample sample;
    private OutcomeKit kit;

    @BeforeEach
    void start() {
        server = ClinicServer.withPages();
        sample = server.addClinic("a");
        kit = new OutcomeKit(
                server.store(),
                sample.clinic().id(),
                sample.accounts().get(Role.CLINICIAN).id(),
                Optional.of(server.addCalibratedSensor(sample, "S-1")),
                server.clock().instant());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private PositionSummary curl() {
        OutcomeQuestion question = OutcomeQuestion.of(sample.clinic(), LocalDate.of(2026, 8, 6));
        return server.store()
                .read(stores -> OutcomeSummary.of(OutcomeReader.read(stores, PositionCatalogue.bundled(), question)))
                .positions()
                .get(0);
    }

    /** 92.5 and 93 of 100, at each end of a month: a pair and a confirmation, were it not for the operation. */
    @Test
    void neither_a_pair_nor_a_confirmation_reaches_across_surgery() {
        int[] days = {0, 30, 60};
        kit.closed(Involvement.LEFT, 70, days, 150, 185, 186);
        kit.noted(kit.closed(Involvement.LEFT, 70, days, 150, 185, 186), "event", 40, Map.of("what", "SURGERY"));
        kit.noted(
                kit.closed(Involvement.LEFT, 70, days, 150, 185, 186),
                "event",
                40,
                Map.of("what", "SURGERY", "side", "RIGHT"));

        assertThat(curl().paired()).isEqualTo(2);
        assertThat(curl().missing()).isEqualTo(Map.of("NEW_BASELINE", 1));
        assertThat(curl().symmetryChange().orElseThrow().n()).isEqualTo(1);
        assertThat(curl().stronger()).isEqualTo(new Share(2, 2));
        assertThat(curl().notJudged()).isZero();
        assertThat(curl().toSymmetry90().n()).isEqualTo(3);
        assertThat(curl().toSymmetry90().events()).isEqualTo(1);
    }

    @Test
    void an_event_before_the_first_test_parts_nothing() {
        MeKit one = kit.closed(Involvement.LEFT, 70, new int[] {5, 30, 60}, 150, 185, 186);
        kit.noted(one, "event", 2, Map.of("what", "SURGERY"));

        assertThat(curl().paired()).isEqualTo(1);
        assertThat(curl().toSymmetry90().steps())
                .extracting(step -> step.days())
                .isEqualTo(List.of(55.0));
    }

    /** A second test on the third day is still the baseline: nothing can be said of a change yet. */
    @Test
    void an_exit_that_could_not_be_judged_is_in_no_share() {
        kit.closed(Involvement.LEFT, 20, new int[] {0, 3}, 150, 155);
        kit.closed(Involvement.LEFT, 70, new int[] {0, 60}, 150, 200);

        assertThat(curl().paired()).isEqualTo(2);
        assertThat(curl().stronger()).isEqualTo(new Share(1, 1));
        assertThat(curl().notJudged()).isEqualTo(1);
    }

    /** Sitting ended by the clock after 60 minutes at the exit: how much longer she could is not known. */
    @Test
    void a_lower_bound_is_counted_as_missing_and_reckoned_with_nowhere() {
        for (Map<String, String> exit : List.of(
                Map.of("surface", "HARD", "stop", "60", "stopAtLeast", "true"),
                Map.of("surface", "HARD", "stop", "45"))) {
            MeKit one = kit.closed(Involvement.LEFT, 70, new int[] {0, 30, 60}, 150, 185, 186);
            kit.noted(one, "sitting", 1, Map.of("surface", "HARD", "stop", "20"));
            kit.noted(one, "sitting", 61, exit);
        }
        OutcomeQuestion question = OutcomeQuestion.of(sample.clinic(), LocalDate.of(2026, 8, 6));
        OutcomeSummary summary = server.store()
                .read(stores -> OutcomeSummary.of(OutcomeReader.read(stores, PositionCatalogue.bundled(), question)));

        assertThat(summary.scores())
                .filteredOn(one -> one.instrument().id().equals("sitting-stop"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.exit()).isEqualTo(2);
                    assertThat(one.paired()).isEqualTo(1);
                    assertThat(one.meanChange()).contains(25.0);
                    assertThat(one.missing()).isEqualTo(Map.of("ONLY_AT_LEAST", 1));
                });
    }
}
