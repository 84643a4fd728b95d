package org.plinth.web.store;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
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
import org.plinth.web.clinic.Id;

/** One row that was found, read by label. NULL is an empty optional, never 0. */
final class Found {

    /** Makes a record of a row. */
    @FunctionalInterface
    interface Reading<T> {
        T read(Found row) throws SQLException;
    }

    private final ResultSet row;

    Found(ResultSet row) {
        this.row = row;
    }

    <T> Id<T> id(String label) throws SQLException {
        return new Id<>(row.getObject(label, UUID.class));
    }

    <T> Optional<Id<T>> optionalId(String label) throws SQLException {
        return Optional.ofNullable(row.getObject(label, UUID.class)).map(Id::new);
    }

    String text(String label) throws SQLException {
        return row.getString(label);
    }

    Optional<String> optionalText(String label) throws SQLException {
        return Optional.ofNullable(row.getString(label));
    }

    <E extends Enum<E>> E constant(String label, Class<E> type) throws SQLException {
        return Enum.valueOf(type, row.getString(label));
    }

    <E> Set<E> constants(String label, Function<String, E> type) throws SQLException {
        String joined = row.getString(label);
        return joined.isEmpty()
                ? Set.of()
                : Arrays.stream(joined.split(",", -1)).map(type).collect(Collectors.toUnmodifiableSet());
    }

    int number(String label) throws SQLException {
        return row.getInt(label);
    }

    long bigNumber(String label) throws SQLException {
        return row.getLong(label);
    }

    double real(String label) throws SQLException {
        return row.getDouble(label);
    }

    byte[] bytes(String label) throws SQLException {
        return row.getBytes(label);
    }

    boolean is(String label) throws SQLException {
        return row.getBoolean(label);
    }

    Instant instant(String label) throws SQLException {
        return row.getObject(label, OffsetDateTime.class).toInstant();
    }

    Optional<Instant> optionalInstant(String label) throws SQLException {
        return Optional.ofNullable(row.getObject(label, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    LocalDate date(String label) throws SQLException {
        return row.getObject(label, LocalDate.class);
    }

    Optional<LocalDate> optionalDate(String label) throws SQLException {
        return Optional.ofNullable(row.getObject(label, LocalDate.class));
    }

    OptionalInt optionalNumber(String label) throws SQLException {
        int value = row.getInt(label);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    OptionalLong optionalBigNumber(String label) throws SQLException {
        long value = row.getLong(label);
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
        double value = row.getDouble(label);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
