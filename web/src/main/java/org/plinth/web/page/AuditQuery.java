package org.plinth.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.store.AuditEvent;
import org.plinth.web.store.AuditFilter;
import org.plinth.web.store.Store;

/**
 * What of the audit log is asked for: fields of the page's own form. A record is named by a row about it, never by its id,
 * so that an auditor who may not see ids can follow one all the same.
 *
 * @param from first day, in the clinic's zone
 * @param to last day
 * @param person as the page names her
 * @param doing an action, or a group of them
 * @param about number of a row about the record
 * @param before number of a row; only older ones
 */
record AuditQuery(
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<String> person,
        Optional<String> doing,
        Optional<Integer> about,
        Optional<Integer> before) {

    /** What can be asked for at once. */
    static final Map<String, String> GROUPS = groups();

    private static Map<String, String> groups() {
        Map<String, String> groups = new LinkedHashMap<>();
        groups.put("refusals", "access\\.refused.*|login\\.refused.*");
        groups.put("exports", "export\\..*|audit\\.export|record\\.(print|export)");
        groups.put("openings", "record\\..*|audit\\.open");
        groups.put("logins", "login.*|logout");
        return Collections.unmodifiableMap(groups);
    }

    static AuditQuery of(Fields fields) {
        return new AuditQuery(
                fields.optionalDate("from"),
                fields.optionalDate("to"),
                fields.optionalText("person", 200),
                fields.optionalText("doing", 60),
                number(fields, "about"),
                number(fields, "before"));
    }

    private static Optional<Integer> number(Fields fields, String name) {
        return fields.optionalWholeNumber(name, 1, Integer.MAX_VALUE).stream()
                .boxed()
                .findFirst();
    }

    /** The same as the log takes it; 404 for a row that is not there to be seen. */
    AuditFilter filter(
            Store store, Clinic clinic, Set<Id<Clinic>> seen, List<String> known, Map<String, Id<Account>> people) {
        ZoneId zone = clinic.zone();
        Optional<Id<Account>> actor = person.map(name ->
                Optional.ofNullable(people.get(name)).orElseThrow(() -> new BadRequest("person", "http.field.id")));
        return new AuditFilter(
                seen,
                from.map(day -> day.atStartOfDay(zone).toInstant()),
                to.map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()),
                actor,
                doing.map(name -> actions(name, known)).orElse(Set.of()),
                about.map(row -> subject(store, seen, row)));
    }

    private static Set<String> actions(String doing, List<String> known) {
        String pattern = GROUPS.get(doing);
        if (pattern == null) {
            return Set.of(doing);
        }
        return known.stream().filter(action -> action.matches(pattern)).collect(Collectors.toSet());
    }

    private static String subject(Store store, Set<Id<Clinic>> seen, int row) {
        return store.read(stores -> stores.audit().next(row - 1L, 1)).stream()
                .filter(event -> event.seq() == row && seen.contains(event.clinic()))
                .map(AuditEvent::subject)
                .findFirst()
                .orElseThrow(HttpFailure::notFound);
    }

    /** The form as it was sent. */
    Form form() {
        Map<String, String> values = new LinkedHashMap<>();
        from.ifPresent(day -> values.put("from", day.toString()));
        to.ifPresent(day -> values.put("to", day.toString()));
        person.ifPresent(name -> values.put("person", name));
        doing.ifPresent(name -> values.put("doing", name));
        about.ifPresent(row -> values.put("about", row.toString()));
        return Form.of(values);
    }

    /** An address that asks for the same. */
    String href(String path, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(form().values());
        all.putAll(more);
        String query = all.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }
}
