package org.plinth.core.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.plinth.core.quantity.Force;

class ForceTraceTest {

    @Test
    void even_samples_stand_at_the_nearest_microsecond() {
        ForceTrace trace = ForceTrace.ofUniform(3, new double[] {1, 2, 3});

        assertThat(trace.micros(1)).isEqualTo(333_333);
        assertThat(trace.micros(2)).isEqualTo(666_667);
        assertThat(trace.newtons(2)).isEqualTo(3);
    }

    @Test
    void time_must_ascend_and_forces_be_numbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> {
                    ForceTrace.Builder builder = ForceTrace.builder();
                    builder.sample(5, 1);
                    builder.sample(5, 1);
                })
                .withMessageContaining("5 µs came after 5 µs");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ForceTrace.builder().sample(0, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> ForceTrace.ofUniform(0, new double[1]));
    }

    @Test
    void a_slice_keeps_times_and_declarations() {
        ForceTrace.Builder builder = ForceTrace.builder()
                .capacity(new Force(900))
                .resolution(new Force(0.1))
                .intervals(IntervalModel.SKIPS_ONE_AT_PACKET_BOUNDARY);
        builder.sample(10, 1);
        builder.blank();
        builder.startPacket();
        builder.sample(20, 2);
        builder.sample(30, 3);

        ForceTrace slice = builder.build().slice(1, 3);

        assertThat(slice.size()).isEqualTo(2);
        assertThat(slice.micros(0)).isEqualTo(20);
        assertThat(slice.followsBlank(0)).isTrue();
        assertThat(slice.startsPacket(0)).isTrue();
        assertThat(slice.startsPacket(1)).isFalse();
        assertThat(slice.capacity()).contains(new Force(900));
        assertThat(slice.resolution()).contains(new Force(0.1));
        assertThat(slice.intervals()).isEqualTo(IntervalModel.SKIPS_ONE_AT_PACKET_BOUNDARY);
    }

    @Test
    void force_between_samples_is_on_their_line() {
        ForceTrace trace = ForceTrace.ofUniform(10, new double[] {0, 10});

        assertThat(trace.newtonsAt(25_000)).isEqualTo(2.5);
        assertThat(trace.newtonsAt(-1)).isZero();
        assertThat(trace.newtonsAt(500_000)).isEqualTo(10);
    }

    @Test
    void what_was_built_does_not_change_with_its_builder() {
        ForceTrace.Builder builder = ForceTrace.builder();
        builder.sample(0, 1);
        ForceTrace one = builder.build();
        builder.sample(1, 2);

        assertThat(one.size()).isEqualTo(1);
        assertThat(builder.build().size()).isEqualTo(2);
    }
}
