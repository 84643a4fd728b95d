package org.plinth.web.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SqueezeEarTest {

    private final AtomicInteger rises = new AtomicInteger();
    private final SqueezeEar ear = new SqueezeEar(ProgressorStream.assembly(), rises::incrementAndGet);
    private final ProgressorStream sensor = new ProgressorStream(ear::packet);

    @Test
    void a_firm_squeeze_is_heard_once() {
        sensor.force(0, 500);
        assertThat(ear.hasRisen()).isFalse();
        sensor.force(40, 300);
        sensor.force(0, 300);
        sensor.force(40, 300);
        assertThat(ear.hasRisen()).isTrue();
        assertThat(rises).hasValue(1);
    }

    @Test
    void how_it_was_zeroed_and_which_way_it_is_loaded_do_not_matter() {
        sensor.force(-35, 500);
        sensor.force(-35 - SqueezeEar.RISE_NEWTONS - 1, 300);
        assertThat(ear.hasRisen()).isTrue();
    }

    @Test
    void a_knock_and_a_light_touch_are_no_squeeze() {
        sensor.force(0, 500);
        sensor.force(90, 60);
        sensor.force(SqueezeEar.RISE_NEWTONS - 1, 2_000);
        sensor.force(90, 60);
        sensor.force(0, 100);
        assertThat(ear.hasRisen()).isFalse();
    }

    @Test
    void what_pulls_from_the_beginning_on_is_its_rest() {
        sensor.force(120, 3_000);
        assertThat(ear.hasRisen()).isFalse();
    }

    @Test
    void a_clock_that_begins_anew_is_another_rest() {
        sensor.force(0, 60_000);
        sensor.restart();
        sensor.force(120, 2_000);
        assertThat(ear.hasRisen()).isFalse();
    }
}
