package org.plinth.web.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plinth.driver.SensorException;
import org.plinth.driver.Support;
import org.plinth.driver.link.replay.Capture;
import org.plinth.driver.link.replay.CaptureWriter;
import org.plinth.web.export.RecordingCapture;
import org.plinth.web.sensors.InRange;
import org.plinth.web.sensors.SensorAccess;
import org.plinth.web.sensors.SensorSearch;
import org.plinth.web.sensors.SensorStream;
import org.plinth.web.sensors.SensorTarget;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code sensors stream}: samples of one sensor as lines, and the account at the end, also after Ctrl-C. Nothing is zeroed
 * and nothing is stored, unless a capture is asked for. With {@code --dump}
 * the packets of any sensor as they are, for one that no driver knows.
 */
@Command(name = "stream", mixinStandardHelpOptions = true)
final class SensorsStreamCommand implements Callable<Integer> {

    private static final long SCAN_MILLIS = 5_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--sensor", paramLabel = "ID", descriptionKey = "command.sensors.sensor")
    private Optional<String> sensor = Optional.empty();

    @Option(names = "--seconds", paramLabel = "N", descriptionKey = "command.sensors.stream-seconds")
    private Optional<Double> seconds = Optional.empty();

    @Option(names = "--format", paramLabel = "text|jsonl", descriptionKey = "command.sensors.format")
    private String format = "text";

    @Option(names = "--transport", paramLabel = "NAME", descriptionKey = "command.sensors.transport")
    private Optional<String> transport = Optional.empty();

    @Option(names = "--bluetooth-adapter", paramLabel = "NAME", descriptionKey = "http.command.bluetoothAdapter")
    private Optional<String> adapter = Optional.empty();

    @Option(names = "--capture", paramLabel = "FILE", descriptionKey = "command.sensors.capture")
    private Optional<Path> capture = Optional.empty();

    @Option(names = "--dump", descriptionKey = "command.sensors.dump")
    private boolean dump;

    private final Console console;
    private final Function<Optional<String>, SensorAccess> access;
    private volatile Optional<SensorStream> running = Optional.empty();
    private volatile boolean stopped;

    SensorsStreamCommand(Console console, Function<Optional<String>, SensorAccess> access) {
        this.console = console;
        this.access = access;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (StopRequest request = StopRequest.to(this::stop)) {
            int code = find();
            console.flush();
            request.ended(code);
            return code;
        }
    }

    private int find() throws InterruptedException {
        SensorOptions options = new SensorOptions(spec, console);
        boolean json = options.oneOf("--format", format, "text", "jsonl").equals("jsonl");
        Optional<Duration> length = seconds.map(options::seconds);
        SensorAccess ways = access.apply(adapter);
        try (SensorSearch search = new SensorSearch(ways, options.transport(transport, ways), dump)) {
            SensorTarget.Choice choice = new SensorTarget(search, ways, SCAN_MILLIS).choose(sensor);
            if (choice instanceof SensorTarget.Choice.Chosen chosen) {
                return stream(chosen.sensor(), json, length);
            }
            return refuse(choice, search, options);
        } catch (SensorException failed) {
            console.err().println(failed.getMessage());
            return ExitCode.SOFTWARE;
        }
    }

    private void stop() {
        stopped = true;
        running.ifPresent(SensorStream::stop);
    }

    private int refuse(SensorTarget.Choice choice, SensorSearch search, SensorOptions options) {
        if (choice instanceof SensorTarget.Choice.Unknown unknown) {
            throw options.wrongUse("command.sensors.unknown", unknown.id());
        }
        if (choice instanceof SensorTarget.Choice.Several several) {
            String ids = several.sensors().stream().map(InRange::id).collect(Collectors.joining(", "));
            throw options.wrongUse("command.sensors.several", ids);
        }
        if (choice instanceof SensorTarget.Choice.NoRadio none) {
            console.err().println(none.fault().getMessage());
        } else if (!search.hasRadio()) {
            console.say("command.sensors.no-radio");
        } else {
            console.say("command.sensors.not-in-range", sensor.orElse("–"));
        }
        return ExitCode.SOFTWARE;
    }

    private int stream(InRange chosen, boolean json, Optional<Duration> length) throws InterruptedException {
        SensorStream stream = new SensorStream(chosen, console.out(), json, capture.isPresent(), new Telling());
        running = Optional.of(stream);
        if (!chosen.isOn() && !dump) {
            console.say("command.sensors.not-seen", chosen.driver().displayName());
        }
        if (stopped) {
            stream.stop();
        }
        SensorStream.Ended ended = stream.run(length);
        if (!json && !dump) {
            say(ended);
        }
        if (ended.unwritten()) {
            console.say("command.cannot-write");
        }
        boolean whole = keep(chosen, ended) && !ended.unwritten() && ended.overflow() == 0 && ended.disconnects() == 0;
        return whole ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void say(SensorStream.Ended ended) {
        if (ended.ledger().lost().isPresent()) {
            console.say(
                    "command.sensors.ended",
                    ended.ledger().received(),
                    ended.ledger().lost().getAsLong());
        } else {
            console.say("command.sensors.ended-uncountable", ended.ledger().received());
        }
    }

    private boolean keep(InRange chosen, SensorStream.Ended ended) {
        if (capture.isEmpty()) {
            return true;
        }
        Map<String, String> header = new LinkedHashMap<>();
        header.put("driver", chosen.driver().id());
        header.put("driver-version", Integer.toString(chosen.driver().version()));
        if (chosen.driver().support() == Support.DECODE_ONLY) {
            header.put("support", RecordingCapture.DECODE_ONLY);
        }
        header.put("transport", chosen.provider().transport());
        try (BufferedWriter to = Files.newBufferedWriter(capture.get())) {
            CaptureWriter.write(new Capture(header, ended.captured()), to);
            return true;
        } catch (IOException cannot) {
            console.say("command.sensors.cannot-keep", capture.get());
            return false;
        }
    }

    private final class Telling implements SensorStream.Told {

        @Override
        public void silent() {
            console.say("command.sensors.silent");
        }

        @Override
        public void disconnected() {
            console.say("command.sensors.disconnected");
        }
    }
}
