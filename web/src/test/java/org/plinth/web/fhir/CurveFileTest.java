package org.plinth.web.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.plinth.core.signal.ForceTrace;

class CurveFileTest {

    @Property(tries = 200)
    void every_double_reads_back_bit_for_bit(@ForAll @Size(min = 1, max = 20) double[] values) throws IOException {
        double[] finite =
                java.util.Arrays.stream(values).filter(Double::isFinite).toArray();
        ForceTrace trace = ForceTrace.ofUniform(80, finite);
        String[] lines = new String(CurveFile.of(List.of(trace)), StandardCharsets.US_ASCII).split("\n", -1);
        JsonNode line = new ObjectMapper().readTree(lines[1]);

        for (int i = 0; i < finite.length; i++) {
            assertThat(Double.doubleToRawLongBits(line.path("force_N").path(i).doubleValue()))
                    .isEqualTo(Double.doubleToRawLongBits(finite[i]));
            assertThat(line.path("t_us").path(i).longValue()).isEqualTo(trace.micros(i));
        }
    }

    @Test
    void a_silence_is_drawn_as_an_error_and_never_bridged() {
        ForceTrace.Builder builder = ForceTrace.builder();
        builder.sample(0, 10);
        builder.sample(20_000, 20);
        builder.sample(220_000, 40);
        builder.sample(240_000, 50);

        assertThat(CurveMapper.resampled(builder.build()).getData())
                .isEqualTo("10.00 20.00 E E E E E E E E E 40.00 50.00");
    }
}
