package org.plinth.web.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the operator decided: flags first, then {@code PLINTH_*}, then {@code plinth.properties} in the data folder, then
 * the defaults (decision T5). Printing it shows no secret.
 *
 * @param port to listen on; 0 for any free one
 * @param bind address to listen on
 * @param data the data folder
 * @param db JDBC URL of a PostgreSQL database; empty for the H2 file in the data folder
 * @param keyFile the master key
 * @param decodeOnlySensors whether visits offer kinds of sensor that were never seen on hardware (decision T22)
 * @param tlsCert PEM certificate chain
 * @param tlsKey its PEM key
 * @param behindProxy whether a proxy in front does TLS
 * @param virtualSpeed time factor of the virtual dynamometer, 1 for real time
 * @param bluetooth how sensors are reached from this machine
 * @param keeping backups that a server makes by itself, and who may read its counters
 * @param checkpointCopy where checkpoints of the audit log are copied to
 */
public record AppConfig(
        int port,
        String bind,
        Path data,
        Optional<String> db,
        Path keyFile,
        boolean decodeOnlySensors,
        Optional<Path> tlsCert,
        Optional<Path> tlsKey,
        boolean behindProxy,
        double virtualSpeed,
        Bluetooth bluetooth,
        Keeping keeping,
        Optional<Path> checkpointCopy) {

    /**
     * How sensors are reached from this machine; browsers reach theirs in any case.
     *
     * @param kind {@code auto} for the first that works here, {@code none}, or the name of a transport
     * @param adapter name of the adapter, as {@code hci0}; empty for the only one that is on
     */
    public record Bluetooth(String kind, Optional<String> adapter) {

        /** The first that works here. */
        public static final String AUTO = "auto";

        /** Not at all. */
        public static final String NONE = "none";
    }

    /**
     * Backups that a server makes by itself, and who may read its counters.
     *
     * @param backupFolder where they go; empty for none
     * @param backupHour of the machine's zone, 0 to 23
     * @param backupKeep how many stay
     * @param metricsToken that {@code /metrics} asks of others than this machine; empty for this machine alone
     */
    public record Keeping(Optional<Path> backupFolder, int backupHour, int backupKeep, Optional<String> metricsToken) {

        /** When everybody sleeps. */
        public static final int DEFAULT_HOUR = 2;

        /** Two weeks. */
        public static final int DEFAULT_KEEP = 14;

        /** No backups by itself, counters for this machine alone. */
        public static final Keeping NONE = new Keeping(Optional.empty(), DEFAULT_HOUR, DEFAULT_KEEP, Optional.empty());

        @Override
        public String toString() {
            return "backups " + backupFolder.map(Path::toString).orElse("none");
        }
    }

    /** Unless told otherwise. */
    public static final int DEFAULT_PORT = 8080;

    /** This machine only. */
    public static final String DEFAULT_BIND = "127.0.0.1";

    /**
     * Reads all three places.
     *
     * @param flags as given on the command line, by name without dashes: {@code port}, {@code tls-cert}; a flag without
     *     a value is {@code true}
     * @param environment of the process
     * @param home of the person who starts it
     * @throws StartRefused naming every fault
     */
    public static AppConfig read(Map<String, String> flags, Map<String, String> environment, Path home) {
        return new AppConfigReader(flags, environment, home).read();
    }

    /** Whether whoever copies the data folder copies the key with it. */
    public boolean keyLiesInData() {
        return real(keyFile).startsWith(real(data));
    }

    private static Path real(Path path) {
        Path at = path.toAbsolutePath().normalize();
        for (Path there = at; there != null; there = there.getParent()) {
            if (Files.exists(there)) {
                return behindLinks(there, at);
            }
        }
        return at;
    }

    private static Path behindLinks(Path there, Path path) {
        try {
            return there.toRealPath().resolve(there.relativize(path));
        } catch (IOException e) {
            return path;
        }
    }

    /** Whether it serves TLS itself. */
    public boolean hasTls() {
        return tlsCert.isPresent();
    }

    @Override
    public String toString() {
        return "port " + port + ", bind " + bind + ", data " + data + ", database "
                + (db.isPresent() ? "PostgreSQL" : "H2") + ", key file " + keyFile + ", TLS " + hasTls()
                + ", behind proxy " + behindProxy;
    }
}
