package org.plinth.web.config;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.plinth.driver.link.Transports;
import org.plinth.web.config.StartRefused.Fault;

/** Reads an {@link AppConfig}, collecting every fault before it refuses. A fault names the setting, never a secret. */
final class AppConfigReader {

    private static final String DECODE_ONLY = "decode-only-sensors";
    private static final Set<String> KNOWN = Set.of(
            "port",
            "bind",
            "data",
            "db",
            "key-file",
            "tls-cert",
            "tls-key",
            "behind-proxy",
            "virtual-speed",
            "bluetooth",
            "bluetooth-adapter",
            "backup-folder",
            "backup-hour",
            "backup-keep",
            "metrics-token",
            "checkpoint-copy",
            DECODE_ONLY);
    private static final String PREFIX = "PLINTH_";
    /** The launcher's own. */
    private static final Set<String> NOT_OURS =
            Set.of("PLINTH_NO_INSTALL", "PLINTH_HOME", "PLINTH_JAVA_OPTS", "PLINTH_RENEW_ARCHIVE");

    private static final int LARGEST_PORT = 65_535;
    private static final double FASTEST = 1_000;
    private static final int LAST_HOUR = 23;
    private static final int MOST_BACKUPS = 1_000;
    private static final String FILE = "plinth.properties";

    private final Map<String, String> flags;
    private final Map<String, String> environment;
    private final Path home;
    private final Properties file = new Properties();
    private final List<Fault> faults = new ArrayList<>();

    AppConfigReader(Map<String, String> flags, Map<String, String> environment, Path home) {
        this.flags = flags;
        this.environment = environment;
        this.home = home;
    }

    AppConfig read() {
        Path data = path("data").orElse(home.resolve(".local").resolve("share").resolve("plinth"));
        load(data.resolve(FILE));
        rejectUnknown();
        AppConfig config = new AppConfig(
                port(),
                setting("bind").orElse(AppConfig.DEFAULT_BIND),
                data,
                db(),
                path("key-file").orElse(data.resolve("keys").resolve("master.key")),
                isOn(DECODE_ONLY),
                readable("tls-cert"),
                readable("tls-key"),
                isOn("behind-proxy"),
                virtualSpeed(),
                new AppConfig.Bluetooth(bluetooth(), setting("bluetooth-adapter")),
                keeping(),
                path("checkpoint-copy"));
        requireSafe(config);
        if (!faults.isEmpty()) {
            throw new StartRefused(faults);
        }
        return config;
    }

    private void load(Path path) {
        if (Files.notExists(path)) {
            return;
        }
        try (Reader in = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            file.load(in);
        } catch (IOException | IllegalArgumentException e) {
            faults.add(Fault.of("store.config-file-unreadable", path.toString()));
        }
    }

    private void rejectUnknown() {
        environment.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !NOT_OURS.contains(name))
                .filter(name -> !KNOWN.contains(
                        name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '-')))
                .sorted()
                .forEach(name -> faults.add(Fault.of("store.config-unknown", name)));
        file.stringPropertyNames().stream()
                .filter(name -> !KNOWN.contains(name) || name.equals("data"))
                .sorted()
                .forEach(name -> faults.add(Fault.of("store.config-unknown", FILE + ": " + name)));
    }

    private Optional<String> setting(String name) {
        String variable = PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_');
        return Optional.ofNullable(flags.get(name))
                .or(() -> Optional.ofNullable(environment.get(variable)))
                .or(() -> Optional.ofNullable(file.getProperty(name)))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private Optional<Path> path(String name) {
        try {
            return setting(name).map(Path::of);
        } catch (InvalidPathException e) {
            faults.add(Fault.of("store.config-not-a-path", name));
            return Optional.empty();
        }
    }

    private Optional<Path> readable(String name) {
        Optional<Path> path = path(name);
        path.filter(one -> !Files.isRegularFile(one) || !Files.isReadable(one))
                .ifPresent(one -> faults.add(Fault.of("store.config-file-missing", name, one.toString())));
        return path;
    }

    private int port() {
        String text = setting("port").orElse(Integer.toString(AppConfig.DEFAULT_PORT));
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : -1;
        if (port < 0 || port > LARGEST_PORT) {
            faults.add(Fault.of("store.config-port", text));
        }
        return port;
    }

    private double virtualSpeed() {
        String text = setting("virtual-speed").orElse("1");
        double speed = text.matches("[0-9]{1,4}(\\.[0-9]{1,6})?") ? Double.parseDouble(text) : 0;
        if (!(speed > 0 && speed <= FASTEST)) {
            faults.add(Fault.of("store.config-virtual-speed", text));
        }
        return speed;
    }

    private String bluetooth() {
        String kind = setting("bluetooth").orElse(AppConfig.Bluetooth.AUTO);
        List<String> known = new ArrayList<>(List.of(AppConfig.Bluetooth.AUTO));
        Transports.radios().forEach(transport -> known.add(transport.name()));
        known.add(AppConfig.Bluetooth.NONE);
        if (!known.contains(kind)) {
            faults.add(Fault.of("store.config-bluetooth", kind, String.join(", ", known)));
        }
        return kind;
    }

    private AppConfig.Keeping keeping() {
        Optional<String> token = setting("metrics-token");
        if (token.filter(text -> !text.matches("\\S{24,}")).isPresent()) {
            faults.add(Fault.of("keep.config-metrics-token"));
        }
        return new AppConfig.Keeping(
                path("backup-folder"),
                number("backup-hour", 0, LAST_HOUR, AppConfig.Keeping.DEFAULT_HOUR),
                number("backup-keep", 1, MOST_BACKUPS, AppConfig.Keeping.DEFAULT_KEEP),
                token);
    }

    private int number(String name, int least, int most, int otherwise) {
        String text = setting(name).orElse(Integer.toString(otherwise));
        int number = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            faults.add(Fault.of("keep.config-" + name, text));
        }
        return number;
    }

    private boolean isOn(String name) {
        String text = setting(name).orElse("false").toLowerCase(Locale.ROOT);
        if (!Set.of("true", "false").contains(text)) {
            faults.add(Fault.of("store.config-true-or-false", name, text));
        }
        return text.equals("true");
    }

    private Optional<String> db() {
        Optional<String> db = setting("db");
        if (db.isPresent() && !db.get().startsWith("jdbc:postgresql:")) {
            faults.add(Fault.of("store.config-db"));
        }
        return db;
    }

    private void requireSafe(AppConfig config) {
        if (config.tlsCert().isPresent() != config.tlsKey().isPresent()) {
            faults.add(Fault.of("store.config-tls-pair"));
        }
        try {
            boolean isOpen = !InetAddress.getByName(config.bind()).isLoopbackAddress();
            if (isOpen && !config.hasTls() && !config.behindProxy()) {
                faults.add(Fault.of("store.config-open-without-tls", config.bind()));
            }
        } catch (UnknownHostException e) {
            faults.add(Fault.of("store.config-bind", config.bind()));
        }
    }
}
