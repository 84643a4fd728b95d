package org.plinth.web.store;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.plinth.web.clinic.Id;

/** The row of a result that is found just now, read by label. NULL is an empty optional, never 0. */
final class Found {

    /** Makes a record of a row. */
    @FunctionalInterface
    interface Reading<T> {
        T read(Found row) throws SQLException;
    }

    private final ResultSet row;

    /** Where each label stands: a driver looks it up anew for every value of every row. */
    private final Map<String, Integer> columns = new HashMap<>();

    private Found(ResultSet row) {
        this.row = row;
    }

    /** Reads every row of a result alike. */
    static <T> RowMapper<T> each(Reading<T> reading) {
        return new RowMapper<>() {
            @Override
            public T map(ResultSet rows, StatementContext context) throws SQLException {
                return reading.read(new Found(rows));
            }

            @Override
            public RowMapper<T> specialize(ResultSet rows, StatementContext context) {
                Found found = new Found(rows);
                return (same, ignored) -> reading.read(found);
            }
        };
    }

    private int at(String label) throws SQLException {
        int known = columns.getOrDefault(label, 0);
        if (known == 0) {
            known = row.findColumn(label);
            columns.put(label, known);
        }
        return known;
    }

    <T> Id<T> id(String label) throws SQLException {
        return new Id<>(row.getObject(at(label), UUID.class));
    }

    <T> Optional<Id<T>> optionalId(String label) throws SQLException {
        return Optional.ofNullable(row.getObject(at(label), UUID.class)).map(Id::new);
    }

    String text(String label) throws SQLException {
        return row.getString(at(label));
    }

    Optional<String> optionalText(String label) throws SQLException {
        return Optional.ofNullable(row.getString(at(label)));
    }

    <E extends Enum<E>> E constant(String label, Class<E> type) throws SQLException {
        return Enum.valueOf(type, row.getString(at(label)));
    }

    <E> Set<E> constants(String label, Function<String, E> type) throws SQLException {
        String joined = row.getString(at(label));
        return joined.isEmpty()
                ? Set.of()
                : Arrays.stream(joined.split(",", -1)).map(type).collect(Collectors.toUnmodifiableSet());
    }

    int number(String label) throws SQLException {
        return row.getInt(at(label));
    }

    long bigNumber(String label) throws SQLException {
        return row.getLong(at(label));
    }

    double real(String label) throws SQLException {
        return row.getDouble(at(label));
    }

    byte[] bytes(String label) throws SQLException {
        return row.getBytes(at(label));
    }

    boolean is(String label) throws SQLException {
        return row.getBoolean(at(label));
    }

    Instant instant(String label) throws SQLException {
        return row.getObject(at(label), OffsetDateTime.class).toInstant();
    }

    Optional<Instant> optionalInstant(String label) throws SQLException {
        return Optional.ofNullable(row.getObject(at(label), OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    LocalDate date(String label) throws SQLException {
        return row.getObject(at(label), LocalDate.class);
    }

    Optional<LocalDate> optionalDate(String label) throws SQLException {
        return Optional.ofNullable(row.getObject(at(label), LocalDate.class));
    }

    OptionalInt optionalNumber(String label) throws SQLException {
        int value = row.getInt(at(label));
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    OptionalLong optionalBigNumber(String label) throws SQLException {
        long value = row.getLong(at(label));
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /**
     * Every column that is not NULL, by its label in lower case: text, Integer, Long, Double, Boolean, LocalDate, Instant;
     * an id as its 32 digits.
     */
    Map<String, Object> all() throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            int at = i;
            String label = columns.getColumnLabel(i).toLowerCase(Locale.ROOT);
            value(i, columns.getColumnType(at)).ifPresent(found -> values.put(label, found));
        }
        return values;
    }

    /** PostgreSQL calls a time with its zone a TIMESTAMP; there is no other kind in the schema. */
    private Optional<Object> value(int column, int type) throws SQLException {
        if (type == Types.TIMESTAMP || type == Types.TIMESTAMP_WITH_TIMEZONE) {
            return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant);
        }
        if (type == Types.DATE) {
            return Optional.ofNullable(row.getObject(column, LocalDate.class));
        }
        return Optional.ofNullable(row.getObject(column))
                .map(found -> found instanceof UUID id ? new Id<>(id).toString() : found);
    }

    OptionalDouble optionalReal(String label) throws SQLException {
        double value = row.getDouble(at(label));
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
