package org.plinth.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of Plinth that computes, as the build wrote it. It stands beside every result. */
public final class EngineVersion {

    private static final String FILE = "version.properties";

    private EngineVersion() {}

    /**
     * The version, as in {@code 1.0.0}.
     *
     * @throws IllegalStateException if the build did not write it
     */
    public static String current() {
        try (InputStream in = EngineVersion.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not on the class path; build the product again");
            }
            Properties properties = new Properties();
            properties.load(in);
            String version = properties.getProperty("version", "");
            if (version.isEmpty() || version.startsWith("$")) {
                throw new IllegalStateException(FILE + " was not filled in; build the product again");
            }
            return version;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
