package org.plinth.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.plinth.calibration.conformity.Decision;
import org.plinth.web.clinic.BenchRun;
import org.plinth.web.clinic.Id;
import org.plinth.web.http.Json;

/** What a recording's line says of the run behind its calibration. */
class RawCalibrationsTest {

    private static ObjectNode of(String fit) {
        ObjectNode json = Json.object();
        RawCalibrations.finished(
                json,
                new BenchRun.Finish(
                        Id.random(new SplittableRandom(1)), "SAMPLE-1", Optional.empty(), Decision.PASS, fit));
        return json;
    }

    @Test
    void it_says_how_sure_each_force_is_and_whether_it_may_be_less_sure() {
        String budgets =
                """
                [{"force_N":49.05,"U_N":0.12,"U_isLowerBound":false},{"force_N":490.5,"U_N":0.8,"U_isLowerBound":true}]""";

        assertThat(of("{\"format\":2,\"uncertainty\":" + budgets + "}").toString())
                .isEqualTo("{\"decision\":\"PASS\",\"uncertainty\":" + budgets + "}");
    }

    @Test
    void a_run_without_figures_says_nothing_of_them() {
        assertThat(of("{}").toString()).isEqualTo("{\"decision\":\"PASS\"}");
    }
}
