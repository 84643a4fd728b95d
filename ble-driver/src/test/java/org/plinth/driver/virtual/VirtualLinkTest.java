package org.plinth.driver.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorException;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.BleLinkContract;

class VirtualLinkTest extends BleLinkContract {

    private static final double FASTER = 50;
    private static final Scenario SCENARIO = Scenario.ofSeed(1);

    private static VirtualLinkProvider provider(Scenario scenario) {
        return new VirtualLinkProvider(scenario, 2, Clock.systemUTC(), FASTER);
    }

    @Override
    protected BleLink newLink() {
        return provider(SCENARIO).link("virtual-1");
    }

    @Override
    protected BleLink newLinkThatIsLost() {
        return provider(SCENARIO.withLink(LinkModel.PERFECT.disconnectingAt(1_000_000)))
                .link("virtual-1");
    }

    @Test
    void a_sensor_serves_one_link_at_a_time() {
        VirtualLinkProvider sensors = provider(SCENARIO);
        BleLink second = sensors.link("virtual-1");
        try (BleLink first = sensors.link("virtual-1")) {
            first.connect(heard);
            assertThatThrownBy(() -> second.connect(heard))
                    .isInstanceOfSatisfying(SensorException.class, busy -> assertThat(busy.fault())
                            .isEqualTo(Fault.NO_ACCESS));
        }
        second.connect(heard);
        second.close();
    }

    @Test
    void every_sensor_that_is_seen_can_be_linked_and_others_cannot() {
        VirtualLinkProvider sensors = provider(SCENARIO);
        assertThat(sensors.scan(0)).hasSize(2).allSatisfy(seen -> {
            assertThat(sensors.link(seen.peripheralId()).transport()).isEqualTo("virtual");
            assertThat(sensors.patient(seen.peripheralId())).isPresent();
        });
        assertThatThrownBy(() -> sensors.link("virtual-3")).isInstanceOf(SensorException.class);
        assertThat(sensors.patient("virtual-3")).isEmpty();
    }
}
