package org.plinth.web.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.web.config.StartRefused.Fault;

class AppConfigTest {

    @TempDir
    Path home;

    private AppConfig read(Map<String, String> flags, Map<String, String> environment) {
        return AppConfig.read(flags, environment, home);
    }

    private List<Fault> faults(Map<String, String> flags, Map<String, String> environment) {
        return catchThrowableOfType(StartRefused.class, () -> read(flags, environment))
                .faults();
    }

    @Test
    void defaults_are_this_machine_only() {
        Path data = home.resolve(".local/share/plinth");

        assertThat(read(Map.of(), Map.of("HOME", "/elsewhere")))
                .isEqualTo(new AppConfig(
                        8080,
                        "127.0.0.1",
                        data,
                        Optional.empty(),
                        data.resolve("keys/master.key"),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        1,
                        new AppConfig.Bluetooth("auto", Optional.empty()),
                        AppConfig.Keeping.NONE,
                        Optional.empty()));
    }

    @Test
    void backups_by_night_are_asked_for_by_a_folder_and_faults_are_told_together() {
        Map<String, String> flags =
                Map.of("backup-folder", "/var/backups/plinth", "backup-hour", "23", "backup-keep", "7");
        String token = "0123456789abcdef01234567";
        AppConfig config = read(flags, Map.of("PLINTH_METRICS_TOKEN", token));

        assertThat(config.keeping())
                .isEqualTo(
                        new AppConfig.Keeping(Optional.of(Path.of("/var/backups/plinth")), 23, 7, Optional.of(token)));
        assertThat(config.toString() + config.keeping()).doesNotContain(token);
        assertThat(faults(Map.of("backup-hour", "24", "backup-keep", "0"), Map.of("PLINTH_METRICS_TOKEN", "short")))
                .extracting(Fault::key)
                .containsExactlyInAnyOrder(
                        "keep.config-backup-hour", "keep.config-backup-keep", "keep.config-metrics-token");
    }

    @Test
    void a_key_in_the_data_folder_is_seen_through_links_too() throws Exception {
        Path data = Files.createDirectory(home.resolve("data"));
        Path link = Files.createSymbolicLink(home.resolve("link"), data);

        assertThat(read(Map.of("data", data.toString()), Map.of()).keyLiesInData())
                .isTrue();
        assertThat(read(
                                Map.of(
                                        "data",
                                        data.toString(),
                                        "key-file",
                                        link.resolve("a/b.key").toString()),
                                Map.of())
                        .keyLiesInData())
                .isTrue();
        assertThat(read(
                                Map.of(
                                        "data",
                                        link.toString(),
                                        "key-file",
                                        data.resolve("b.key").toString()),
                                Map.of())
                        .keyLiesInData())
                .isTrue();
        assertThat(read(
                                Map.of(
                                        "data",
                                        data.toString(),
                                        "key-file",
                                        home.resolve("data.key").toString()),
                                Map.of())
                        .keyLiesInData())
                .isFalse();
    }

    @Test
    void what_the_launchers_use_among_themselves_is_no_setting() throws Exception {
        Path root = Path.of("").toAbsolutePath();
        root = Files.exists(root.resolve("plinth")) ? root : root.resolve("..").normalize();
        Map<String, String> used = new HashMap<>();
        for (String launcher : List.of("plinth", "web/src/main/dist/bin/plinth", ".ci/launcher/packages.sh")) {
            Pattern.compile("PLINTH_[A-Z_]+")
                    .matcher(Files.readString(root.resolve(launcher)))
                    .results()
                    .forEach(found -> used.put(found.group(), "1"));
        }

        assertThat(used).containsKeys("PLINTH_NO_INSTALL", "PLINTH_RENEW_ARCHIVE", "PLINTH_JAVA_OPTS");
        assertThat(read(Map.of(), used)).isEqualTo(read(Map.of(), Map.of()));
    }

    @Test
    void flag_beats_environment_beats_file_beats_default() throws Exception {
        Files.writeString(home.resolve("plinth.properties"), "port = 1\nvirtual-speed = 20\nbind=127.0.0.3");
        Map<String, String> environment = Map.of("PLINTH_PORT", "2", "PLINTH_BIND", "127.0.0.2");

        AppConfig config = read(Map.of("data", home.toString(), "port", "3"), environment);

        assertThat(config.port()).isEqualTo(3);
        assertThat(config.bind()).isEqualTo("127.0.0.2");
        assertThat(config.virtualSpeed()).isEqualTo(20);
    }

    @Test
    void all_faults_are_told_at_once() throws Exception {
        Files.writeString(home.resolve("plinth.properties"), "prot = 1");

        List<Fault> faults = faults(
                Map.of(
                        "data", home.toString(),
                        "port", "99999",
                        "db", "jdbc:mysql://secret@host",
                        "tls-cert", "/no/such.pem",
                        "behind-proxy", "perhaps",
                        "virtual-speed", "0",
                        "bluetooth", "semaphore"),
                Map.of("PLINTH_PROT", "1", "PLINTH_NO_INSTALL", "1"));

        assertThat(faults)
                .extracting(Fault::key)
                .containsExactlyInAnyOrder(
                        "store.config-unknown",
                        "store.config-unknown",
                        "store.config-port",
                        "store.config-db",
                        "store.config-file-missing",
                        "store.config-tls-pair",
                        "store.config-true-or-false",
                        "store.config-virtual-speed",
                        "store.config-bluetooth");
        assertThat(faults.toString()).doesNotContain("secret");
    }

    @Test
    void beyond_this_machine_needs_tls_or_a_proxy() throws Exception {
        Path pem = Files.createFile(home.resolve("x.pem"));

        assertThat(faults(Map.of("bind", "0.0.0.0"), Map.of()))
                .containsExactly(Fault.of("store.config-open-without-tls", "0.0.0.0"));
        assertThat(read(Map.of("bind", "0.0.0.0", "behind-proxy", "true"), Map.of())
                        .behindProxy())
                .isTrue();
        assertThat(read(Map.of("bind", "::", "tls-cert", pem.toString(), "tls-key", pem.toString()), Map.of())
                        .hasTls())
                .isTrue();
        assertThat(read(Map.of("bind", "::1"), Map.of()).bind()).isEqualTo("::1");
    }

    @Test
    void printing_shows_no_secret() {
        AppConfig config = read(Map.of("db", "jdbc:postgresql://h/d?user=u&password=hush"), Map.of());

        assertThat(config.toString()).doesNotContain("hush").contains("PostgreSQL");
    }
}
