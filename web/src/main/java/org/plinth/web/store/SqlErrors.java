package org.plinth.web.store;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.JdbiException;
import org.plinth.web.store.StoreFailure.Reason;

/**
 * What a database error means. Messages of databases quote the values of the row: none of them is passed on, only state
 * and code are.
 */
final class SqlErrors {

    private static final String UNIQUE = "23505";
    private static final Set<String> FOREIGN_KEY = Set.of("23503", "23506");
    private static final Set<String> NOT_ALLOWED = Set.of("23502", "23513", "23514");
    private static final String TEXT_TOO_LONG = "22001";
    /** H2: closed, shut down, input or output failed, file damaged, connection broken, internal failure. */
    private static final Set<Integer> H2_GONE = Set.of(90028, 90030, 90031, 90067, 90098, 90121, 50000);

    private static final Set<String> POSTGRES_GONE = Set.of("57P01", "57P02", "57P03");

    private SqlErrors() {}

    /** The failure of a statement, without its text and values. */
    static StoreFailure failure(JdbiException failure) {
        return inside(failure).map(SqlErrors::failure).orElseThrow(() -> failure);
    }

    private static Optional<SQLException> inside(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }

    /** Whether the database has to be opened again. */
    static boolean isGone(SQLException e) {
        String state = state(e);
        return H2_GONE.contains(e.getErrorCode()) || state.startsWith("08") || POSTGRES_GONE.contains(state);
    }

    /** As the store says it. */
    static StoreFailure failure(SQLException e) {
        String state = state(e);
        String what = "SQL state " + state + ", code " + e.getErrorCode();
        if (state.equals(UNIQUE)) {
            return StoreFailure.duplicate(field(e), what);
        }
        if (FOREIGN_KEY.contains(state)) {
            return new StoreFailure(Reason.WRONG_STATE, what, Optional.empty(), Optional.empty());
        }
        if (NOT_ALLOWED.contains(state) || state.equals(TEXT_TOO_LONG)) {
            return StoreFailure.invalid(field(e), what);
        }
        SQLException told = new SQLException(what, state, e.getErrorCode());
        told.setStackTrace(e.getStackTrace());
        return StoreFailure.unavailable(what, told);
    }

    /** The few fields that a person can correct; constraint names are ours, so they may be looked for. */
    private static String field(SQLException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("account_login")) {
            return "login";
        }
        if (message.contains("sensor_serial")) {
            return "serial";
        }
        if (message.contains("request_done_pk")) {
            return "requestId";
        }
        return message.contains("trial_version_pain") ? "pain" : "id";
    }

    private static String state(SQLException e) {
        return String.valueOf(e.getSQLState());
    }
}
