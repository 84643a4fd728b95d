package org.plinth.web.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.plinth.web.config.PrivateFiles;
import org.plinth.web.config.StartRefused;
import org.plinth.web.config.StartRefused.Fault;

/**
 * The H2 file in the data folder.
 *
 * <p>Commits are written at once ({@code WRITE_DELAY 0}) and forced by {@code CHECKPOINT SYNC}, which needs the
 * administrator: one connection of his stays open for that and keeps the database open.
 *
 * <p>The file is encrypted (AES in XTS mode) with a password that derives from the master key, as those of the accounts
 * do: without the key file nothing of it can be read. Files that an earlier Plinth wrote are not encrypted and stay so;
 * their accounts have a random password that lies beside them.
 */
final class H2Backend implements Backend {

    private static final String ADMINISTRATOR = "PLINTH_ADMINISTRATOR";
    private static final String SERVER = "PLINTH_SERVER";
    private static final String ERASER = "PLINTH_ERASER";
    private static final int DATABASE_IS_LOCKED = 90020;
    private static final int ENCRYPTION_ERROR = 90049;
    private static final int WRONG_PASSWORD = 28000;
    private static final String FILE = "plinth.mv.db";
    private static final byte[] ENCRYPTED_BEGINS = "H2encrypt".getBytes(StandardCharsets.US_ASCII);
    /** Every statement of this package stays prepared; H2 keeps 8 otherwise and plans each join anew. */
    private static final String OPTIONS = ";DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=256";

    /**
     * This part of the heap keeps pages of the file, by H2's own reckoning, which for rows of numbers is about four times of what they
     * take, and for pictures what they take: half of the heap at worst. H2 keeps a sixteenth otherwise: a clinic of ten thousand patients
     * then has each page read and deciphered again and again, which was most of what its pages cost.
     */
    private static final long CACHE_PART = 2;

    private static final long KIBIBYTE = 1024;

    private static final String NO_TRACE = ";TRACE_LEVEL_FILE=0";

    private final DataSource administrator;
    private final Connection keeper;
    private final HikariDataSource server;
    private final DataSource eraser;
    private final Object syncing = new Object();
    private final Turns<Boolean> sync = new Turns<>("plinth-sync", all -> checkpoint());

    private H2Backend(DataSource administrator, Connection keeper, HikariDataSource server, DataSource eraser) {
        this.administrator = administrator;
        this.keeper = keeper;
        this.server = server;
        this.eraser = eraser;
    }

    /**
     * What the accounts of a database are opened with.
     *
     * @param options of the URL
     * @param before what stands before each password: the file's own and a blank, or nothing
     * @param administrator password
     * @param server password
     * @param eraser password
     */
    private record Access(String options, String before, String administrator, String server, String eraser) {}

    /** The file in a folder, or a new encrypted one. */
    static H2Backend open(Path folder, KeyVault keys) throws SQLException {
        if (isPlain(folder.resolve(FILE))) {
            return open(folder);
        }
        HexFormat hex = HexFormat.of();
        return open(
                folder,
                new Access(
                        ";CIPHER=AES",
                        hex.formatHex(keys.derived("database file")) + " ",
                        hex.formatHex(keys.derived("database administrator")),
                        hex.formatHex(keys.derived("database server")),
                        hex.formatHex(keys.derived("database eraser"))));
    }

    /** A file that is not encrypted, as every Plinth before wrote them. */
    static H2Backend open(Path folder) throws SQLException {
        String password = password(folder.resolve("keys").resolve("database.key"));
        return open(folder, new Access("", "", password, password, password));
    }

    /** Whether there is a file, and anybody can read it. */
    static boolean isPlain(Path file) {
        if (Files.notExists(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return !Arrays.equals(in.readNBytes(ENCRYPTED_BEGINS.length), ENCRYPTED_BEGINS);
        } catch (IOException e) {
            throw new StartRefused("store.database-unusable", String.valueOf(file.getFileName()));
        }
    }

    private static H2Backend open(Path folder, Access access) throws SQLException {
        Path file = folder.toAbsolutePath().resolve("plinth");
        String url = "jdbc:h2:file:" + file + OPTIONS + access.options();
        // The trace file would quote statements with their values; the server's user may not switch it off.
        JdbcDataSource administrator = source(url + NO_TRACE, ADMINISTRATOR, access.before() + access.administrator());
        Connection keeper = connect(administrator, folder);
        try (Statement statement = keeper.createStatement()) {
            statement.execute("SET WRITE_DELAY 0");
            statement.execute("SET DEFAULT_LOCK_TIMEOUT 10000");
            statement.execute("SET CACHE_SIZE " + Runtime.getRuntime().maxMemory() / CACHE_PART / KIBIBYTE);
            statement.execute("CREATE USER IF NOT EXISTS " + SERVER + " PASSWORD '" + access.server() + "'");
            statement.execute("CREATE USER IF NOT EXISTS " + ERASER + " PASSWORD '" + access.eraser() + "'");
        }
        HikariDataSource server = Pools.over(source(url, SERVER, access.before() + access.server()), "");
        return new H2Backend(administrator, keeper, server, source(url, ERASER, access.before() + access.eraser()));
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
            if (e.getErrorCode() == ENCRYPTION_ERROR || e.getErrorCode() == WRONG_PASSWORD) {
                throw new StartRefused("store.key-mismatch");
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

    private void checkpoint() throws SQLException {
        synchronized (syncing) {
            try (Statement statement = keeper.createStatement()) {
                statement.execute("CHECKPOINT SYNC");
            }
        }
    }

    /** Writers that wait for the same disk share one checkpoint. */
    @Override
    public CompletableFuture<Void> durable() {
        return sync.next(true);
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
    public Pool pool() {
        return Pools.numbers(server);
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
        sync.close();
        try (Statement statement = keeper.createStatement()) {
            statement.execute("SHUTDOWN COMPACT");
        } catch (SQLException e) {
            abandon();
        }
    }

    @Override
    public void abandon() {
        server.close();
        sync.abandon();
        try (Statement statement = keeper.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        } catch (SQLException e) {
            // Gone already, which is what was wanted; what it was is told by the call that failed.
            return;
        }
    }
}
