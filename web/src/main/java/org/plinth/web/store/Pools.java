package org.plinth.web.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/** Connection pools. */
final class Pools {

    /** More would only wait for two processors and one disk. */
    private static final int CONNECTIONS = 10;

    private static final long WAIT_MILLIS = 10_000;

    private Pools() {}

    static HikariDataSource over(DataSource source, String firstStatement) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("plinth");
        config.setDataSource(source);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT_MILLIS);
        config.setInitializationFailTimeout(-1);
        if (!firstStatement.isEmpty()) {
            config.setConnectionInitSql(firstStatement);
        }
        return new HikariDataSource(config);
    }
}
