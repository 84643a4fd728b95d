package org.plinth.web.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import javax.sql.DataSource;

/** Connection pools. */
final class Pools {

    /** More would only wait for two processors and one disk. */
    private static final int CONNECTIONS = 10;

    private static final long WAIT_MILLIS = 10_000;

    private Pools() {}

    static Backend.Pool numbers(HikariDataSource source) {
        HikariPoolMXBean pool = source.getHikariPoolMXBean();
        return pool == null
                ? new Backend.Pool(0, 0, 0)
                : new Backend.Pool(
                        pool.getActiveConnections(), pool.getIdleConnections(), pool.getThreadsAwaitingConnection());
    }

    static HikariDataSource over(DataSource source, String firstStatement) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("plinth");
        config.setDataSource(source);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT_MILLIS);
        config.setInitializationFailTimeout(-1);
        // That of reading: most transactions then need no statement to set theirs, and none to take it back.
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        if (!firstStatement.isEmpty()) {
            config.setConnectionInitSql(firstStatement);
        }
        return new HikariDataSource(config);
    }
}
