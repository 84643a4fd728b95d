package org.plinth.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.plinth.web.chart.Charts;
import org.plinth.web.command.Console;
import org.plinth.web.config.AppConfig;
import org.plinth.web.config.StartRefused;
import org.plinth.web.sample.SampleClinic;
import picocli.CommandLine.ExitCode;

/** Runs a server until the process is told to stop: finishes what runs, closes journals and store, then ends. */
public final class Serving {

    private static final String CONFIGURATION = "store.config-";

    private final Console console;

    private Serving(Console console) {
        this.console = console;
    }

    /** The real thing; gives the exit code. */
    public static int serve(Map<String, String> flags, Console console) {
        Serving serving = new Serving(console);
        return serving.orRefused(() -> {
            AppConfig config = AppConfig.read(flags, System.getenv(), Path.of(System.getProperty("user.home")));
            if (config.keyLiesInData()) {
                console.say("keep.key-in-data-folder", config.keyFile());
            }
            Composition house = Composition.open(config, console.texts(), Clock.systemUTC(), false);
            serving.closeAtEnd(house, Optional.empty());
            String root = house.serve();
            serving.ready(root);
            house.setupLink(root).ifPresent(serving::offerSetup);
            if (house.needsBrowserForBluetooth()) {
                console.say("http.start.bluetoothBrowser");
            }
            return awaitEnd();
        });
    }

    /**
     * The whole product with the sample clinic and virtual dynamometers; gives the exit code.
     *
     * @param data where to keep it; empty for a fresh folder that is removed at the end
     */
    public static int demo(Map<String, String> flags, Optional<Path> data, Console console) {
        Serving serving = new Serving(console);
        return serving.orRefused(() -> {
            Path folder = data.isPresent() ? data.get() : TemporaryFolder.create("plinth-demo-");
            Map<String, String> all = new HashMap<>(flags);
            all.put("data", folder.toString());
            AppConfig config = AppConfig.read(all, demoEnvironment(), folder);
            Composition house = Composition.open(config, console.texts(), Clock.system(ZoneId.systemDefault()), true);
            serving.closeAtEnd(house, data.isPresent() ? Optional.empty() : Optional.of(folder));
            console.say(data.isPresent() ? "http.start.kept" : "http.start.temporary", folder);
            serving.makeSample(house);
            serving.ready(house.serve());
            serving.tellLogins();
            return awaitEnd();
        });
    }

    /** The demo is what the contract says, whatever else is configured here; only its speed can be set, for tests. */
    private static Map<String, String> demoEnvironment() {
        String speed = System.getenv("PLINTH_VIRTUAL_SPEED");
        return speed == null ? Map.of() : Map.of("PLINTH_VIRTUAL_SPEED", speed);
    }

    private void makeSample(Composition house) {
        console.say("http.start.sample");
        house.makeSample((people, of) -> {})
                .ifPresent(took -> console.say("http.start.sampleDone", Math.max(1, took.toSeconds())));
    }

    private void tellLogins() {
        console.out().println(console.texts().text("http.start.logins"));
        SampleClinic.LOGINS.forEach(login -> console.out()
                .println(console.texts()
                        .text(
                                "http.start.login",
                                console.texts().text("http.role." + login.role()),
                                login.login(),
                                login.password())));
        console.out().flush();
    }

    /** Starts, shows the first page to itself, stops: what the class archive is made from. Gives the exit code. */
    public static int train(Console console) {
        Serving serving = new Serving(console);
        return serving.orRefused(() -> {
            Path folder = TemporaryFolder.create("plinth-training-");
            try {
                Map<String, String> flags = Map.of("data", folder.toString(), "port", "0", "bind", "127.0.0.1");
                AppConfig config = AppConfig.read(flags, Map.of(), folder);
                try (Composition house =
                        Composition.open(config, console.texts(), Clock.system(ZoneId.systemDefault()), false)) {
                    URI first = URI.create(house.serve()).resolve("login");
                    try (InputStream page = first.toURL().openStream()) {
                        page.transferTo(OutputStream.nullOutputStream());
                    }
                    Charts.warmUp(console.texts(), LocalDate.EPOCH);
                }
            } finally {
                TemporaryFolder.remove(folder);
            }
            return ExitCode.OK;
        });
    }

    private void ready(String root) {
        console.out().println(console.texts().text("http.start.ready", root));
        console.out().flush();
    }

    private void offerSetup(String link) {
        console.out().println(console.texts().text("http.start.setup"));
        console.out().println(link);
        console.out().flush();
    }

    /** Whoever asks the process to stop waits until this is done. */
    private void closeAtEnd(Composition house, Optional<Path> temporary) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            console.say("http.stop.begin");
                            house.close();
                            temporary.ifPresent(TemporaryFolder::remove);
                            console.say("http.stop.end");
                        },
                        "stop"));
    }

    /** For ever: the end comes from outside, and the hook does the rest. */
    private static int awaitEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.OK;
    }

    /** Says every fault; gives the exit code. */
    static int tell(StartRefused refused, Console console) {
        refused.faults()
                .forEach(fault -> console.say(fault.key(), fault.values().toArray()));
        boolean wrongUse =
                refused.faults().stream().map(StartRefused.Fault::key).allMatch(Serving::isConfiguration);
        return wrongUse ? ExitCode.USAGE : ExitCode.SOFTWARE;
    }

    private static boolean isConfiguration(String key) {
        return key.startsWith(CONFIGURATION) || key.startsWith("keep.config-");
    }

    private interface Start {
        int go() throws IOException;
    }

    private int orRefused(Start start) {
        try {
            return start.go();
        } catch (StartRefused refused) {
            return tell(refused, console);
        } catch (IOException e) {
            console.say("http.start.folder");
            return ExitCode.SOFTWARE;
        }
    }
}
