package org.plinth.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plinth.driver.notify.CodecTargets;

/** The same damaged inputs every time, without Jazzer: what the ordinary tests hold every parser to. */
@Tag("slow")
class MutatedSeedsTest {

    private static final int INPUTS = 500;

    @ParameterizedTest
    @EnumSource(Target.class)
    void a_parser_reads_what_is_damaged_or_refuses_it_by_its_contract(Target target) {
        List<byte[]> seeds = Seeds.of(target);
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = Mutation.of(seeds.get(i % seeds.size()), new SplittableRandom(i));
            take(target, input, i);
        }
    }

    private static void take(Target target, byte[] input, int number) {
        try {
            target.take(input);
        } catch (Exception | Error found) {
            throw new AssertionError(
                    target + ", input " + number + ": " + HexFormat.of().formatHex(input), found);
        }
    }

    @Test
    void every_target_has_its_fuzz_test_and_seeds() {
        List<String> tests = Arrays.stream(ParsersFuzzTest.class.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .map(Method::getName)
                .toList();
        List<String> targets = Stream.of(Target.values()).map(Target::camelCase).toList();

        assertThat(tests).containsExactlyInAnyOrderElementsOf(targets);
        for (Target target : Target.values()) {
            assertThat(Seeds.of(target)).as(target.name()).isNotEmpty();
        }
    }

    @Test
    void every_driver_of_a_real_sensor_is_fed_on_a_characteristic_of_its_own() {
        assertThat(CodecTargets.driversWithoutCharacteristic()).containsExactlyInAnyOrder("dump", "virtual");
    }

    @Test
    void a_target_that_breaks_its_law_is_a_finding() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Target.require(false, "broken")))
                .isInstanceOf(AssertionError.class);
    }
}
