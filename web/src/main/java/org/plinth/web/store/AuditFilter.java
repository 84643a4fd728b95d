package org.plinth.web.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;

/**
 * Which rows of the audit log to show. Each part that is there narrows it.
 *
 * @param clinics whose rows; at least one
 * @param from at or after; empty for from the beginning
 * @param to before; empty for to the end
 * @param actor done by
 * @param actions one of these, by their stable names; empty for any
 * @param subject done to, {@code kind:id}
 */
public record AuditFilter(
        Set<Id<Clinic>> clinics,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<Id<Account>> actor,
        Set<String> actions,
        Optional<String> subject) {

    /** Copies the sets. */
    public AuditFilter {
        if (clinics.isEmpty()) {
            throw new IllegalArgumentException("a filter needs the clinic whose rows may be seen");
        }
        clinics = Set.copyOf(clinics);
        actions = Set.copyOf(actions);
    }

    /** Everything of one clinic. */
    public static AuditFilter of(Id<Clinic> clinic) {
        return new AuditFilter(
                Set.of(clinic), Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Optional.empty());
    }

    /** What is asked beside the clinic; the values go into {@code values} in the order of their places. */
    String conditions(List<Object> values) {
        StringBuilder sql = new StringBuilder();
        from.ifPresent(at -> add(sql, " AND at >= ?", at, values));
        to.ifPresent(at -> add(sql, " AND at < ?", at, values));
        actor.ifPresent(id -> add(sql, " AND actor = ?", id, values));
        subject.ifPresent(text -> add(sql, " AND subject = ?", text, values));
        if (!actions.isEmpty()) {
            sql.append(" AND action IN (")
                    .append(Transaction.places(actions.size()))
                    .append(')');
            values.addAll(new TreeSet<>(actions));
        }
        return sql.toString();
    }

    private static void add(StringBuilder sql, String condition, Object value, List<Object> values) {
        sql.append(condition);
        values.add(value);
    }
}
