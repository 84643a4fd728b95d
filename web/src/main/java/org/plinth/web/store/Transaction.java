package org.plinth.web.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;

/** Statements of one transaction, and what it will leave in the audit chain. One thread. */
final class Transaction {

    private static final int FETCH_ROWS = 500;

    /** Something that will stand in the chain when the transaction commits. */
    record Noted(String subject, Optional<String> before, Optional<String> after) {}

    private final Handle handle;
    private final Optional<Act> act;
    private final KeyVault keys;
    private final List<Noted> noted = new ArrayList<>();

    Transaction(Handle handle, Optional<Act> act, KeyVault keys) {
        this.handle = handle;
        this.act = act;
        this.keys = keys;
    }

    /** Who does it. Only in a write. */
    Act act() {
        return act.orElseThrow(() -> new IllegalStateException("nothing may be changed while reading"));
    }

    /** Refuses what belongs to another clinic than the act's. */
    void requireClinic(Id<Clinic> clinic) {
        if (!act().clinic().equals(clinic)) {
            throw StoreFailure.notFound("clinic of the act");
        }
    }

    KeyVault keys() {
        return keys;
    }

    List<Noted> noted() {
        return noted;
    }

    /** Will stand in the audit chain. */
    void note(String subject, Optional<String> before, Optional<String> after) {
        noted.add(new Noted(subject, before, after));
    }

    void insert(Row row) {
        act();
        Update update = handle.createUpdate(row.insertion());
        List<Object> values = row.values();
        for (int i = 0; i < values.size(); i++) {
            update.bind(i, argument(values.get(i)));
        }
        told(update::execute);
    }

    /** Rows of one table with the same columns, in one batch. */
    void insertAll(List<Row> rows) {
        act();
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch(rows.get(0).insertion())) {
            for (Row row : rows) {
                List<Object> values = row.values();
                for (int i = 0; i < values.size(); i++) {
                    batch.bind(i, argument(values.get(i)));
                }
                batch.add();
            }
            told(batch::execute);
        }
    }

    int update(String sql, Object... values) {
        act();
        Update update = handle.createUpdate(sql);
        for (int i = 0; i < values.length; i++) {
            update.bind(i, argument(Row.plain(values[i])));
        }
        return told(update::execute);
    }

    <T> List<T> list(String sql, Found.Reading<T> reading, Object... values) {
        return told(() -> query(sql, values).map(Found.each(reading)).list());
    }

    /**
     * Of several patients in one query.
     *
     * @param sql with {@code %s} where their places belong, after all others
     * @param first values of the places before
     * @throws StoreFailure INVALID for more than {@link OverviewStore#MOST}
     */
    <T> List<T> ofPatients(String sql, Found.Reading<T> reading, Collection<Id<Patient>> patients, Object... first) {
        if (patients.size() > OverviewStore.MOST) {
            throw StoreFailure.invalid("patients", "at most " + OverviewStore.MOST + " at once");
        }
        if (patients.isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>(List.of(first));
        values.addAll(patients);
        return list(sql.replace("%s", places(patients.size())), reading, values.toArray());
    }

    /** As many question marks. */
    static String places(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    <T> Optional<T> one(String sql, Found.Reading<T> reading, Object... values) {
        return told(() -> query(sql, values).map(Found.each(reading)).findOne());
    }

    /** Row by row, forward only; the consumer must not use this transaction. */
    <T> void stream(String sql, Found.Reading<T> reading, Consumer<T> row, Object... values) {
        Query query = query(sql, values).setFetchSize(FETCH_ROWS);
        query.map(Found.each(reading)).useIterator(all -> all.forEachRemaining(row));
    }

    private static <T> T told(Supplier<T> statement) {
        try {
            return statement.get();
        } catch (JdbiException e) {
            throw SqlErrors.failure(e);
        }
    }

    private Query query(String sql, Object... values) {
        Query query = handle.createQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.bind(i, argument(Row.plain(values[i])));
        }
        return query;
    }

    private static Argument argument(Object value) {
        return (position, statement, context) -> bind(statement, position, value);
    }

    private static void bind(PreparedStatement statement, int position, Object value) throws SQLException {
        if (value instanceof Optional<?>) {
            statement.setNull(position, Types.NULL);
        } else {
            statement.setObject(position, value);
        }
    }
}
