package org.plinth.web.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A PostgreSQL of its own in a temporary folder, on a free port of this machine, for as long as the tests run. PostgreSQL
 * does not run as root: then everything happens as the user {@code postgres}.
 */
final class PostgresCluster {

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");

    /** Nobody keeps what these databases hold: durability is PostgreSQL's own and is not tested here. */
    private static final String HASTE = " -c fsync=off -c full_page_writes=off -c autovacuum=off";

    private static final String MISSING = "PostgreSQL is needed for these tests: apt-get install -y postgresql-15";

    private final Path folder;
    private final Path programs;
    private final int port;
    private int databases;

    private PostgresCluster(Path folder, Path programs, int port) {
        this.folder = folder;
        this.programs = programs;
        this.port = port;
    }

    static PostgresCluster start() throws Exception {
        Path folder = Files.createTempDirectory("plinth-postgres");
        PostgresCluster cluster = new PostgresCluster(folder, programs(), freePort());
        if (isRoot()) {
            cluster.run(List.of("chown", "postgres", folder.toString()), false);
        }
        cluster.run(List.of(cluster.program("initdb"), "-D", cluster.data(), "-U", "owner", "-A", "trust", "-N"), true);
        String options = "-p " + cluster.port + " -c listen_addresses=127.0.0.1 -k " + folder + HASTE;
        cluster.run(
                List.of(
                        cluster.program("pg_ctl"),
                        "-D",
                        cluster.data(),
                        "-w",
                        "-l",
                        folder + "/log",
                        "-o",
                        options,
                        "start"),
                true);
        return cluster;
    }

    private static Path programs() throws IOException {
        if (!Files.isDirectory(INSTALLED)) {
            throw new AssertionError(MISSING);
        }
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> new AssertionError(MISSING));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private String program(String name) {
        return programs.resolve(name).toString();
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    /** URL of a new, empty database. */
    String newDatabase() throws Exception {
        return newDatabase("");
    }

    /** URL of a new database with all that the one at this URL holds, to which nobody is connected. */
    String copyOf(String url) throws Exception {
        return newDatabase(" TEMPLATE " + url.replaceAll(".*/|[?].*", ""));
    }

    private String newDatabase(String how) throws Exception {
        String name = "clinic" + ++databases;
        try (Connection connection = DriverManager.getConnection(url("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + how);
        }
        return url(name);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=owner";
    }

    private void run(List<String> command, boolean asPostgres) throws Exception {
        List<String> all = new ArrayList<>();
        if (asPostgres && isRoot()) {
            all.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        all.addAll(command);
        Path output = Files.createTempFile("plinth-postgres", ".out");
        Process process = new ProcessBuilder(all)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int code = process.waitFor();
        try (InputStream in = Files.newInputStream(output)) {
            if (code != 0) {
                throw new AssertionError(command + ": " + new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(output);
        }
    }

    void stop() throws Exception {
        run(List.of(program("pg_ctl"), "-D", data(), "-m", "immediate", "stop"), true);
        run(List.of("rm", "-rf", folder.toString()), false);
    }
}
