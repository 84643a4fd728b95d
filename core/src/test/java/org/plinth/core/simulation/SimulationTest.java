package org.plinth.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plinth.core.simulation.Episodes.Coverage;
import org.plinth.core.simulation.Episodes.World;
import org.plinth.core.testkit.GeneratedPage;

@Tag("slow")
class SimulationTest {

    private static final int MANY = 10_000;

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 2", "1, 4", "1, 8", "2, 1", "2, 2", "2, 4", "2, 8"})
    void an_episode_without_change_is_told_to_have_changed_in_at_most_5_5_percent(int baselines, int retests) {
        double part = new Episodes(World.asAssumed(), 7).falseChange(MANY, baselines, retests);

        assertThat(part).isLessThanOrEqualTo(0.055);
    }

    @ParameterizedTest
    @CsvSource({"70", "80", "90", "100", "110"})
    void intervals_hold_the_true_symmetry_in_93_to_97_percent(double truth) {
        assertThat(new Episodes(World.asAssumed(), 11).symmetry(MANY, truth).covered())
                .isBetween(0.93, 0.97);
    }

    @Test
    void a_true_90_is_called_either_way_in_at_most_a_fifth() {
        Coverage found = new Episodes(World.asAssumed(), 13).symmetry(MANY, 90);

        assertThat(found.met()).isBetween(0.085, 0.115);
        assertThat(found.notMet()).isBetween(0.085, 0.115);
    }

    @Test
    void the_page_of_simulations_is_current() {
        GeneratedPage.check("simulations.md", SimulationReport.page(MANY));
    }
}
