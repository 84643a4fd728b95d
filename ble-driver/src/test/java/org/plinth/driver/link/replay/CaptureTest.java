package org.plinth.driver.link.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plinth.driver.link.replay.Capture.Disconnected;
import org.plinth.driver.link.replay.Capture.Notified;
import org.plinth.driver.link.replay.Capture.Written;

class CaptureTest {

    private static final String ID = "7e4e1702-1ea6-40c9-9dcc-13d34ffead57";
    private static final String TEXT = "# plinth-capture 1\n"
            + "# driver tindeq-progressor\n"
            + "# truth 5.000 kg hung from 2.0 s to 6.0 s\n"
            + "> 7e4e1703-1ea6-40c9-9dcc-13d34ffead57 65\n"
            + "< 183422 " + ID + " 01080000cc4140420f00\n"
            + "< 183422 " + ID + " -\n"
            + "! 190011 out of reach\n";

    private static Capture read(String text) throws IOException {
        return CaptureReader.read(new StringReader(text));
    }

    @Test
    void what_is_read_is_written_back_to_the_letter() throws IOException {
        StringBuilder written = new StringBuilder();
        CaptureWriter.write(read(TEXT), written);
        assertThat(written).hasToString(TEXT);
    }

    @Test
    void header_and_events_are_told_apart() throws IOException {
        Capture capture = read(TEXT);
        assertThat(capture.header("truth")).hasValue("5.000 kg hung from 2.0 s to 6.0 s");
        assertThat(capture.events()).hasSize(4);
        assertThat(((Written) capture.events().get(0)).bytes()).containsExactly(0x65);
        assertThat(((Notified) capture.events().get(1)).micros()).isEqualTo(183_422);
        assertThat(((Notified) capture.events().get(2)).bytes()).isEmpty();
        assertThat(((Disconnected) capture.events().get(3)).reason()).isEqualTo("out of reach");
    }

    @Test
    void a_written_line_may_leave_its_characteristic_out() throws IOException {
        assertThat(((Written) read("# plinth-capture 1\n> 65\n").events().get(0)).characteristic())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# something else|line 1: a capture begins",
                "# plinth-capture 1;* what|line 2: a line begins with",
                "# plinth-capture 1;< 5 here 00|line 2: \"here\" is no characteristic id",
                "# plinth-capture 1;< five " + ID + " 00|line 2: \"five\" is no time",
                "# plinth-capture 1;< 5 " + ID + "|line 2: a notified line is",
                "# plinth-capture 1;< 5 " + ID + " 0|line 2: \"0\" is no hex",
                "# plinth-capture 1;! 9 gone;! 8 gone|line 3: time goes back",
            })
    void a_fault_names_its_line(String text, String begins) {
        assertThatThrownBy(() -> read(text.replace(';', '\n')))
                .isInstanceOf(CaptureFault.class)
                .hasMessageStartingWith(begins);
    }

    @Test
    void an_empty_file_is_said_to_be_empty() {
        assertThatThrownBy(() -> read("")).hasMessage("line 0: the capture is empty");
    }

    @Test
    void a_time_with_three_decimals_and_a_value_that_was_read_come_back_as_they_were() throws IOException {
        String text = Capture.FORMAT_LINE
                + "\n= 00002a19-0000-1000-8000-00805f9b34fb 5a\n< 7.042 00002a19-0000-1000-8000-00805f9b34fb 01\n";
        Capture capture = CaptureReader.read(new StringReader(text));
        StringBuilder again = new StringBuilder();
        CaptureWriter.write(capture, again);

        assertThat(((Capture.Notified) capture.events().get(1)).sinceNanos()).isEqualTo(7_042);
        assertThat(again).hasToString(text);
    }

    @Test
    void a_time_with_other_decimals_is_refused() {
        String text = Capture.FORMAT_LINE + "\n< 7.04 00002a19-0000-1000-8000-00805f9b34fb 01\n";
        assertThatThrownBy(() -> CaptureReader.read(new StringReader(text)))
                .isInstanceOf(CaptureFault.class)
                .hasMessageContaining("three decimals");
    }
}
