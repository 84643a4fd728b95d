package org.plinth.web.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plinth.driver.HeldCalibration;
import org.plinth.driver.SensorDrivers;

class SensorOriginTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static ObjectNode written(SensorOrigin origin) {
        ObjectNode json = JSON.createObjectNode();
        origin.writeTo(json);
        return json;
    }

    @Test
    void a_plain_sensor_adds_nothing_so_that_journals_read_as_before() {
        assertThat(written(SensorOrigin.PLAIN)).isEmpty();
        assertThat(SensorOrigin.in(JSON.createObjectNode())).isEqualTo(SensorOrigin.PLAIN);
    }

    @Test
    void what_a_sensor_holds_comes_back_as_it_was_told() throws Exception {
        SensorOrigin origin = new SensorOrigin(
                true, Optional.of(new HeldCalibration("72", "0ad7233c", List.of(Map.of("slope_kgf_per_count", 0.01)))));
        assertThat(written(origin).toString())
                .isEqualTo(
                        "{\"support\":\"DECODE_ONLY\",\"sensorCalibration\":{\"question\":\"72\",\"raw\":\"0ad7233c\","
                                + "\"rows\":[{\"slope_kgf_per_count\":0.01}]}}");
        assertThat(SensorOrigin.in(JSON.readTree(written(origin).toString()))).isEqualTo(origin);
    }

    @Test
    void support_is_what_the_driver_has_now() {
        SensorDrivers drivers = SensorDrivers.load();
        assertThat(SensorOrigin.of(drivers.find("vald-dynamo").orElseThrow(), Optional.empty())
                        .decodeOnly())
                .isTrue();
        assertThat(SensorOrigin.of(drivers.find("tindeq-progressor").orElseThrow(), Optional.empty()))
                .isEqualTo(SensorOrigin.PLAIN);
    }
}
