package org.plinth.web.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.plinth.web.config.PrivateFiles;
import org.plinth.web.config.StartRefused;
import org.plinth.web.config.StartRefused.Fault;

/**
 * The H2 file in the data folder.
 *
 * <p>Commits are written at once ({@code WRITE_DELAY 0}) and forced by {@code CHECKPOINT SYNC}, which needs the
 * administrator: one connection of his stays open for that and keeps the database open. Both passwords are random and lie
 * beside the file: they part the server from the audit rows, not an intruder from the file.
 */
final class H2Backend implements Backend {

    private static final String ADMINISTRATOR = "PLINTH_ADMINISTRATOR";
    private static final String SERVER = "PLINTH_SERVER";
    private static final String ERASER = "PLINTH_ERASER";
    private static final int DATABASE_IS_LOCKED = 90020;
    /** Every statement of this package stays prepared; H2 keeps 8 otherwise and plans each join anew. */
    private static final String OPTIONS = ";DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=256";

    private static final String NO_TRACE = ";TRACE_LEVEL_FILE=0";

    private final DataSource administrator;
    private final Connection keeper;
    private final HikariDataSource server;
    private final DataSource eraser;
    private final Object syncing = new Object();
    private final AtomicLong asked = new AtomicLong();
    private long done;

    private H2Backend(DataSource administrator, Connection keeper, HikariDataSource server, DataSource eraser) {
        this.administrator = administrator;
        this.keeper = keeper;
        this.server = server;
        this.eraser = eraser;
    }

    static H2Backend open(Path folder) throws SQLException {
        Path file = folder.toAbsolutePath().resolve("plinth");
        String password = password(folder.resolve("keys").resolve("database.key"));
        String url = "jdbc:h2:file:" + file + OPTIONS;
        // The trace file would quote statements with their values; the server's user may not switch it off.
        JdbcDataSource administrator = source(url + NO_TRACE, ADMINISTRATOR, password);
        Connection keeper = connect(administrator, folder);
        try (Statement statement = keeper.createStatement()) {
            statement.execute("SET WRITE_DELAY 0");
            statement.execute("SET DEFAULT_LOCK_TIMEOUT 10000");
            statement.execute("CREATE USER IF NOT EXISTS " + SERVER + " PASSWORD '" + password + "'");
            statement.execute("CREATE USER IF NOT EXISTS " + ERASER + " PASSWORD '" + password + "'");
        }
        HikariDataSource server = Pools.over(source(url, SERVER, password), "");
        return new H2Backend(administrator, keeper, server, source(url, ERASER, password));
    }

    private static JdbcDataSource source(String url, String user, String password) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    private static Connection connect(JdbcDataSource administrator, Path folder) throws SQLException {
        try {
            return administrator.getConnection();
        } catch (SQLException e) {
            if (e.getErrorCode() == DATABASE_IS_LOCKED) {
                throw new StartRefused("store.database-in-use", folder.toString());
            }
            throw e;
        }
    }

    private static String password(Path file) {
        try {
            if (Files.notExists(file)) {
                PrivateFiles.create(file);
                String random = UUID.randomUUID().toString() + UUID.randomUUID();
                Files.writeString(file, random.replace("-", ""), StandardCharsets.US_ASCII);
            }
            String password = Files.readString(file, StandardCharsets.US_ASCII).strip();
            if (!password.matches("[0-9a-f]{64}")) {
                throw new StartRefused("store.database-key-damaged", file.toString());
            }
            return password;
        } catch (IOException e) {
            throw new StartRefused("store.key-file-unusable", file.toString());
        }
    }

    @Override
    public DataSource administrator() {
        return administrator;
    }

    @Override
    public DataSource server() {
        return server;
    }

    @Override
    public Connection eraser() throws SQLException {
        return eraser.getConnection();
    }

    @Override
    public Optional<Fault> grant() throws SQLException {
        synchronized (syncing) {
            try (Statement statement = keeper.createStatement()) {
                for (String grant : Grants.statements(SERVER)) {
                    statement.execute(grant);
                }
                for (String grant : Grants.eraser(ERASER)) {
                    statement.execute(grant);
                }
            }
        }
        return Optional.empty();
    }

    /** Writers that wait for the same disk share one checkpoint. */
    @Override
    public void makeDurable() throws SQLException {
        long mine = asked.incrementAndGet();
        synchronized (syncing) {
            if (done >= mine) {
                return;
            }
            long upTo = asked.get();
            try (Statement statement = keeper.createStatement()) {
                statement.execute("CHECKPOINT SYNC");
            }
            done = upTo;
        }
    }

    @Override
    public Optional<Fault> backup(Path folder, int version) throws SQLException {
        Path file = folder.toAbsolutePath().resolve("before-migration-from-" + version + ".zip");
        try {
            PrivateFiles.createFolder(folder);
        } catch (IOException e) {
            throw new StartRefused("store.backup-impossible", folder.toString());
        }
        synchronized (syncing) {
            try (Statement statement = keeper.createStatement()) {
                statement.execute("BACKUP TO '" + file.toString().replace("'", "''") + "'");
            }
        }
        return Optional.of(Fault.of("store.backup-made", file.toString()));
    }

    @Override
    public void stream(Connection connection, boolean on) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LAZY_QUERY_EXECUTION " + (on ? "TRUE" : "FALSE"));
        }
    }

    @Override
    public void close() {
        server.close();
        try (Statement statement = keeper.createStatement()) {
            statement.execute("SHUTDOWN COMPACT");
        } catch (SQLException e) {
            abandon();
        }
    }

    @Override
    public void abandon() {
        server.close();
        try (Statement statement = keeper.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        } catch (SQLException e) {
            // Gone already, which is what was wanted; what it was is told by the call that failed.
            return;
        }
    }
}
