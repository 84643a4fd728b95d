package org.plinth.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardedForTest {

    private static final String PROXY = "10.0.0.1";

    @Test
    void what_the_caller_wrote_before_the_proxy_does_not_count_on_whichever_line_it_stands() {
        assertThat(ForwardedFor.address(List.of("127.0.0.1, 203.0.113.9"), PROXY))
                .isEqualTo("203.0.113.9");
        assertThat(ForwardedFor.address(List.of("127.0.0.1", "203.0.113.9"), PROXY))
                .isEqualTo("203.0.113.9");
        assertThat(ForwardedFor.address(List.of(), PROXY)).isEqualTo(PROXY);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9:4711, 203.0.113.9",
        "2001:db8::7, 2001:db8::7",
        "[2001:db8::7]:4711, 2001:db8::7",
        "::ffff:203.0.113.9, ::ffff:203.0.113.9",
        "unknown, 10.0.0.1",
        "Ada Madeup, 10.0.0.1",
        "1.2.3, 10.0.0.1",
        "'', 10.0.0.1"
    })
    void only_an_address_is_believed(String written, String expected) {
        assertThat(ForwardedFor.address(List.of(written), PROXY)).isEqualTo(expected);
    }
}
