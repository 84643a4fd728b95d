package org.plinth.web.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.plinth.web.clinic.Id;
import org.plinth.web.hash.Sha256;

/**
 * One row to be inserted: table and columns by name, in order. The names are constants of this package, never input;
 * the values go into the statement as parameters.
 */
final class Row {

    private static final Set<String> NOT_CONTENT =
            Set.of("at", "author", "reason", "clinic_id", "salt", "head_version");

    private final String table;
    private final Map<String, Object> columns = new LinkedHashMap<>();
    private final Set<String> personal = new LinkedHashSet<>();

    private Row(String table) {
        this.table = table;
    }

    static Row of(String table) {
        return new Row(table);
    }

    /** A column; optionals may be empty, which is NULL. */
    Row set(String column, Object value) {
        columns.put(column, plain(value));
        return this;
    }

    /** A column that names a person: it never enters the audit chain, only its salted hash does. */
    Row setPersonal(String column, Object value) {
        personal.add(column);
        return set(column, value);
    }

    /** Who, when and why. */
    Row by(Act act) {
        return set("at", act.at()).set("author", act.actor()).set("reason", act.reason());
    }

    String insertion() {
        String names = String.join(", ", columns.keySet());
        String places = columns.keySet().stream().map(name -> "?").collect(Collectors.joining(", "));
        return "INSERT INTO " + table + " (" + names + ") VALUES (" + places + ")";
    }

    List<Object> values() {
        return List.copyOf(columns.values());
    }

    /** What the audit chain keeps of this row and of others that make up the same thing. */
    String audited(Row... others) {
        Map<String, Object> content = new TreeMap<>();
        auditInto(content);
        for (Row other : others) {
            other.auditInto(content);
        }
        return CanonicalJson.object(content);
    }

    /** The same without what is personal: for content that stands in the chain already, hashed with its own salt. */
    String auditedAgain() {
        Map<String, Object> content = new TreeMap<>();
        columns.forEach((name, value) -> {
            if (!personal.contains(name) && !NOT_CONTENT.contains(name)) {
                content.put(name, value);
            }
        });
        return CanonicalJson.object(content);
    }

    private void auditInto(Map<String, Object> content) {
        Map<String, Object> hidden = new TreeMap<>();
        columns.forEach((name, value) -> {
            if (personal.contains(name)) {
                hidden.put(name, value);
            } else if (!NOT_CONTENT.contains(name)) {
                content.put(name, value);
            }
        });
        if (!hidden.isEmpty()) {
            String salt = String.valueOf(columns.get("salt"));
            content.put("personal_sha256", Sha256.hex(salt, CanonicalJson.object(hidden)));
        }
    }

    /** The value as JDBC takes it; an empty optional stays one. Times are kept to the microsecond. */
    static Object plain(Object value) {
        if (value instanceof Id<?> id) {
            return id.value();
        }
        if (value instanceof Instant at) {
            return at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Collection<?> set) {
            return set.stream().map(Object::toString).sorted().collect(Collectors.joining(","));
        }
        return value instanceof Optional<?> optional && optional.isPresent() ? plain(optional.get()) : primitive(value);
    }

    private static Object primitive(Object value) {
        if (value instanceof OptionalDouble number) {
            return number.isPresent() ? number.getAsDouble() : Optional.empty();
        }
        if (value instanceof OptionalInt number) {
            return number.isPresent() ? number.getAsInt() : Optional.empty();
        }
        if (value instanceof OptionalLong number) {
            return number.isPresent() ? number.getAsLong() : Optional.empty();
        }
        return value;
    }
}
