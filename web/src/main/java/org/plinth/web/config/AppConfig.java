package org.plinth.web.config;

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
