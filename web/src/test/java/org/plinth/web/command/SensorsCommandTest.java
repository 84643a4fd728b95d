package org.plinth.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plinth.driver.Advertisement;
import org.plinth.driver.Fault;
import org.plinth.driver.SensorDrivers;
import org.plinth.driver.SensorException;
import org.plinth.driver.link.BleLink;
import org.plinth.driver.link.LinkProvider;
import org.plinth.driver.link.Transport;
import org.plinth.driver.link.replay.Capture;
import org.plinth.driver.link.replay.CaptureReader;
import org.plinth.driver.link.replay.ReplayLink;
import org.plinth.driver.virtual.Scenario;
import org.plinth.driver.virtual.VirtualLinkProvider;
import org.plinth.web.sensors.SensorAccess;

/** {@code sensors}: what is supported, what is in range, what one sends. */
class SensorsCommandTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String FORCE_BOARD = "C0:19:11:23:E1:01";
    private static final String PROGRESSOR = "C0:19:11:23:E1:02";
    private static final UUID FORCE = UUID.fromString("9a88d682-8df2-4afe-9e0d-c2bbbe773dd0");

    @TempDir
    private Path folder;

    /** A radio whose sensors are recordings: three packets of two samples each, then silence or the end of the link. */
    private record PretendRadio(List<Advertisement> seen, boolean breaks, boolean sendsByItself)
            implements Transport, LinkProvider {

        @Override
        public String name() {
            return "pretend";
        }

        @Override
        public LinkProvider open(Clock clock) {
            return this;
        }

        @Override
        public String transport() {
            return name();
        }

        @Override
        public List<Advertisement> scan(long millis) {
            return seen;
        }

        @Override
        public BleLink link(String peripheralId) {
            List<Capture.Event> events = new ArrayList<>();
            if (sendsByItself) {
                events.add(new Capture.Notified(0, FORCE, HexFormat.of().parseHex("64009600")));
            }
            events.add(new Capture.Written(Optional.empty(), new byte[] {4}));
            for (int i = 0; i < 3; i++) {
                events.add(new Capture.Notified(i, FORCE, HexFormat.of().parseHex("0002000001000002")));
            }
            if (breaks) {
                events.add(new Capture.Disconnected(4, "gone"));
            }
            return new ReplayLink(new Capture(Map.of(), events), Clock.systemUTC());
        }
    }

    /** A radio that is not there. */
    private record NoRadio() implements Transport {

        @Override
        public String name() {
            return "pretend";
        }

        @Override
        public LinkProvider open(Clock clock) {
            throw new SensorException(Fault.NO_ACCESS, "Bluetooth is off.");
        }
    }

    private static Advertisement seen(String address, String name) {
        return new Advertisement(address, Optional.of(name), Set.of());
    }

    private static CommandLineRun run(List<Transport> radios, String... args) {
        SensorAccess access = new SensorAccess(
                radios,
                new VirtualLinkProvider(Scenario.ofSeed(1), 1, Clock.systemUTC(), 40),
                SensorDrivers.load(),
                Clock.systemUTC());
        List<String> all = new ArrayList<>(List.of("sensors"));
        all.addAll(List.of(args));
        return CommandLineRun.of(
                console -> List.of(new SensorsCommand(console, adapter -> access)), all.toArray(String[]::new));
    }

    @Test
    void the_adapter_that_is_named_is_the_one_that_is_used() {
        for (String[] command : new String[][] {{"scan", "--seconds", "0.1"}, {"stream", "--seconds", "0.1"}}) {
            List<String> asked = new ArrayList<>();
            List<String> all = new ArrayList<>(List.of("sensors"));
            all.addAll(List.of(command));
            all.addAll(List.of("--bluetooth-adapter", "hci7"));
            CommandLineRun run = CommandLineRun.of(
                    console -> List.of(new SensorsCommand(console, adapter -> {
                        adapter.ifPresent(asked::add);
                        return new SensorAccess(
                                List.of(),
                                new VirtualLinkProvider(Scenario.ofSeed(1), 1, Clock.systemUTC(), 40),
                                SensorDrivers.load(),
                                Clock.systemUTC());
                    })),
                    all.toArray(String[]::new));
            assertThat(asked).as(run.err()).containsExactly("hci7");
        }
    }

    private static List<Transport> radio(Advertisement... seen) {
        return List.of(new PretendRadio(List.of(seen), false, false));
    }

    private static List<JsonNode> lines(CommandLineRun run) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : run.out().lines().toList()) {
            lines.add(MAPPER.readTree(line));
        }
        return lines;
    }

    @Test
    void list_names_every_driver_with_what_it_can_do() throws IOException {
        CommandLineRun run = run(List.of(), "list", "--format", "json");
        JsonNode json = MAPPER.readTree(run.out());

        assertThat(run.code()).isZero();
        assertThat(json.get("format").intValue()).isEqualTo(1);
        assertThat(json.get("sensors")).hasSize(SensorDrivers.load().all().size());
        JsonNode board = json.get("sensors").findValues("id").stream()
                        .anyMatch(id -> id.textValue().equals("pitchsix-force-board"))
                ? by(json, "pitchsix-force-board")
                : MAPPER.nullNode();
        assertThat(board.get("lossCountable").booleanValue()).isFalse();
        assertThat(board.get("directions").toString()).isEqualTo("[\"PULL\"]");
        assertThat(board.get("withheld").get("capacity_N").textValue()).isEqualTo("NOT_KNOWN");
        assertThat(by(json, "tindeq-progressor").get("clock").textValue()).isEqualTo("DEVICE");
        assertThat(run(List.of(), "list").out()).contains("tindeq-progressor", "wh-c06", "decode only");
    }

    private static JsonNode by(JsonNode list, String id) {
        for (JsonNode one : list.get("sensors")) {
            if (one.get("id").textValue().equals(id)) {
                return one;
            }
        }
        throw new AssertionError(id);
    }

    @Test
    void scan_prints_one_line_a_sensor_and_the_virtual_one_last() throws IOException {
        CommandLineRun run =
                run(radio(seen(FORCE_BOARD, "Force Board"), seen("x", "Kettle")), "scan", "--format", "jsonl");

        assertThat(run.code()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        "{\"id\":\"" + FORCE_BOARD
                                + "\",\"name\":\"Force Board\",\"driver\":\"pitchsix-force-board\",\"transport\":\"pretend\"}",
                        "{\"id\":\"virtual-1\",\"name\":\"Virtual dynamometer 1\",\"driver\":\"virtual\",\"transport\":\"virtual\"}");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void scan_says_which_sensors_must_be_named_to_be_used() throws IOException {
        List<JsonNode> lines = lines(run(radio(seen("x", "TeraForce")), "scan", "--format", "jsonl"));
        assertThat(lines.get(0).get("support").textValue()).isEqualTo("DECODE_ONLY");
    }

    @Test
    void a_radio_that_cannot_be_asked_is_said_in_one_sentence_with_the_remedy() {
        CommandLineRun scan = run(List.of(new NoRadio()), "scan", "--format", "jsonl");
        CommandLineRun stream = run(List.of(new NoRadio()), "stream");

        assertThat(scan.code()).isEqualTo(1);
        assertThat(scan.out()).contains("virtual-1");
        assertThat(scan.err()).isEqualToIgnoringNewLines("Bluetooth is off. " + Fault.NO_ACCESS.cure());
        assertThat(stream.code()).isEqualTo(1);
        assertThat(stream.err()).isEqualToIgnoringNewLines("Bluetooth is off. " + Fault.NO_ACCESS.cure());
    }

    @Test
    void a_machine_without_any_kind_of_radio_is_sent_to_the_browser() {
        assertThat(run(List.of(), "scan").err()).contains("in the browser");
        assertThat(run(List.of(), "scan").code()).isZero();
        assertThat(run(List.of(), "stream").err()).contains("in the browser");
        assertThat(run(List.of(), "stream").code()).isEqualTo(1);
    }

    @Test
    void nothing_in_range_is_said_and_the_virtual_one_never_stands_in() {
        CommandLineRun scan = run(radio(), "scan");
        CommandLineRun stream = run(radio(), "stream", "--seconds", "1");

        assertThat(scan.err()).contains("No sensor is in range.");
        assertThat(stream.code()).isEqualTo(1);
        assertThat(stream.out()).isEmpty();
        assertThat(run(radio(), "stream", "--sensor", PROGRESSOR).err()).contains(PROGRESSOR, "is not in range");
    }

    @Test
    void the_virtual_sensor_streams_newtons_on_its_own_clock_and_accounts_for_them() throws IOException {
        CommandLineRun run = run(List.of(), "stream", "--sensor", "virtual", "--seconds", "0.6", "--format", "jsonl");
        List<JsonNode> lines = lines(run);
        JsonNode summary = lines.get(lines.size() - 1).get("summary");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(lines.get(0).fieldNames()).toIterable().containsExactly("t_us", "force_N", "sensor");
        assertThat(lines.get(0).get("t_us").longValue()).isEqualTo(53_400);
        assertThat(lines.get(0).get("sensor").textValue()).isEqualTo("virtual-1");
        assertThat(summary.get("received").intValue())
                .isEqualTo(lines.size() - 1)
                .isGreaterThan(500);
        assertThat(summary.get("lost").intValue()).isZero();
        assertThat(summary.get("disconnects").intValue()).isZero();
        assertThat(summary.has("withheld")).isFalse();
    }

    @Test
    void pounds_become_newtons_and_a_loss_that_cannot_be_counted_is_withheld() throws IOException {
        CommandLineRun run =
                run(radio(seen(FORCE_BOARD, "Force Board")), "stream", "--seconds", "0.3", "--format", "jsonl");
        List<JsonNode> lines = lines(run);
        JsonNode summary = lines.get(lines.size() - 1).get("summary");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(lines.get(0).get("force_N").doubleValue()).isEqualTo(4.4482216152605);
        assertThat(lines.get(0).get("sensor").textValue()).isEqualTo(FORCE_BOARD);
        assertThat(summary.get("received").intValue()).isEqualTo(6);
        assertThat(summary.has("lost")).isFalse();
        assertThat(summary.get("withheld").get("lost").textValue()).isEqualTo("NO_DEVICE_CLOCK");
    }

    @Test
    void a_link_that_breaks_off_ends_with_the_account_and_exit_code_one() throws IOException {
        List<Transport> radio = List.of(new PretendRadio(List.of(seen(FORCE_BOARD, "Force Board")), true, false));
        CommandLineRun run = run(radio, "stream", "--sensor", "c0-19-11-23-e1-01", "--format", "jsonl");
        List<JsonNode> lines = lines(run);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("broke off");
        assertThat(lines.get(lines.size() - 1).get("summary").get("disconnects").intValue())
                .isEqualTo(1);
    }

    @Test
    void two_sensors_in_range_ask_for_a_name_and_a_driver_id_is_one() {
        List<Transport> two = radio(seen(FORCE_BOARD, "Force Board"), seen(PROGRESSOR, "Progressor_7"));

        CommandLineRun both = run(two, "stream", "--seconds", "0.2");
        assertThat(both.code()).isEqualTo(2);
        assertThat(both.err()).contains(FORCE_BOARD, PROGRESSOR);
        CommandLineRun one = run(two, "stream", "--sensor", "pitchsix-force-board", "--seconds", "0.2");
        assertThat(one.code()).as(one.err()).isZero();
        assertThat(one.err()).contains("cannot be counted");
    }

    @ParameterizedTest
    @CsvSource({
        "--sensor, nonsense, sensors scan",
        "--sensor, dump, sensors list",
        "--seconds, 0, above 0",
        "--seconds, -1, above 0",
        "--seconds, NaN, above 0",
        "--seconds, soon, seconds",
        "--format, xml, 'text, jsonl'",
        "--transport, pigeon, pretend",
    })
    void wrong_use_says_what_is_right(String option, String value, String says) {
        CommandLineRun run = run(radio(), "stream", option, value);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(says);
    }

    @Test
    void sensors_alone_shows_what_there_is() {
        assertThat(run(List.of()).code()).isEqualTo(2);
        assertThat(run(List.of()).err()).contains("list", "scan", "stream");
    }

    @Test
    void a_capture_of_the_stream_can_be_read_again() throws IOException {
        Path file = folder.resolve("a.capture");
        CommandLineRun run = run(
                radio(seen(FORCE_BOARD, "Force Board")), "stream", "--seconds", "0.2", "--capture", file.toString());
        Capture capture = CaptureReader.read(Files.newBufferedReader(file));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(capture.header("driver")).hasValue("pitchsix-force-board");
        assertThat(capture.events().stream().filter(Capture.Notified.class::isInstance))
                .hasSize(3);
        assertThat(capture.events().get(0)).isInstanceOf(Capture.Written.class);
    }

    @Test
    void the_packets_of_a_sensor_that_no_driver_knows_are_shown_as_they_are() throws IOException {
        CommandLineRun run = run(
                List.of(new PretendRadio(List.of(seen(PROGRESSOR, "Kettle")), false, true)),
                "stream",
                "--dump",
                "--sensor",
                PROGRESSOR,
                "--seconds",
                "0.2",
                "--format",
                "jsonl");
        List<JsonNode> lines = lines(run);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(lines).as("nothing is written, so no more comes").hasSize(2);
        assertThat(lines.get(0).get("bytes").textValue()).isEqualTo("64009600");
        assertThat(lines.get(0).get("characteristic").textValue()).isEqualTo(FORCE.toString());
        assertThat(lines.get(1).get("summary").get("packets").intValue()).isEqualTo(1);
        assertThat(run(radio(seen(PROGRESSOR, "Kettle")), "stream", "--sensor", PROGRESSOR, "--seconds", "0.2")
                        .code())
                .isEqualTo(1);
    }

    @Test
    void a_capture_that_cannot_be_written_is_said() {
        CommandLineRun run = run(
                radio(seen(FORCE_BOARD, "Force Board")),
                "stream",
                "--seconds",
                "0.2",
                "--capture",
                folder.resolve("no/such/folder").toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("capture");
    }

    @Test
    @Tag("slow")
    void ctrl_c_ends_with_the_summary() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        // Who runs the tests in the background may have Ctrl-C ignored, and every child with them.
                        "env",
                        "--default-signal=INT",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.plinth.web.Main",
                        "sensors",
                        "stream",
                        "--sensor",
                        "virtual",
                        "--format",
                        "jsonl")
                .start();
        try (var out = process.inputReader()) {
            assertThat(out.readLine()).contains("force_N");
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            List<String> rest = out.lines().toList();
            assertThat(rest.get(rest.size() - 1)).startsWith("{\"summary\":{\"received\":");
        }
        assertThat(process.waitFor()).isZero();
    }
}
