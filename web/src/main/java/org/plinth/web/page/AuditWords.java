package org.plinth.web.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.plinth.web.audit.Details;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Role;
import org.plinth.web.export.Pseudonyms;
import org.plinth.web.store.Act;
import org.plinth.web.store.AuditEvent;
import org.plinth.web.text.Texts;

/**
 * Rows of the audit log in words. An owner reads the names of her staff, and patients by their random ids; an auditor
 * reads pseudonyms of both, those of the results export. Times are UTC: this is evidence.
 */
final class AuditWords {

    private static final String KEY = "audit.action.";
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Pattern AN_ID =
            Pattern.compile("\\b([0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12})\\b");
    private static final Map<String, String> PREFIXES =
            Map.of("patient", "P", "account", "S", "actor", "S", "clinician", "S", "author", "S", "visit", "V");
    private static final String OTHER = "I";

    private final Texts texts;
    private final Optional<Pseudonyms> pseudonyms;
    private final Map<Id<Account>, Account> people;

    AuditWords(Texts texts, Role reader, Pseudonyms pseudonyms, List<Account> people) {
        this.texts = texts;
        this.pseudonyms = reader == Role.OWNER ? Optional.empty() : Optional.of(pseudonyms);
        this.people = people.stream().collect(Collectors.toMap(Account::id, Function.identity()));
    }

    static String when(Instant at) {
        return UTC.format(at);
    }

    /** Who did it. */
    String who(Id<Account> actor) {
        if (actor.equals(Act.PLINTH)) {
            return texts.text("audit.who.plinth");
        }
        if (actor.equals(Act.NOBODY)) {
            return texts.text("audit.who.nobody");
        }
        return name(actor);
    }

    /** An account, as this reader may know it. */
    String name(Id<Account> account) {
        if (pseudonyms.isPresent()) {
            return pseudonyms.get().of("S", account);
        }
        Account known = people.get(account);
        return known == null ? account.toString() : known.displayName();
    }

    /** "Anna Clark opened the record of patient 3f…". */
    String said(AuditEvent row) {
        String key = KEY + row.action();
        String who = who(row.actor());
        String what = subject(row.subject());
        return texts.has(key) ? texts.text(key, who, what) : texts.text(KEY + "other", who, row.action(), what);
    }

    /** What it was done to. */
    String subject(String subject) {
        int colon = subject.indexOf(':');
        String kind = colon < 0 ? subject : subject.substring(0, colon);
        String rest = colon < 0 ? "" : subject.substring(colon + 1);
        if (kind.equals("account")) {
            rest = Id.<Account>parse(rest).map(this::name).orElse(rest);
        } else {
            rest = hidden(kind, rest);
        }
        String key = "audit.subject." + kind;
        return texts.has(key) ? texts.text(key, rest) : (kind + " " + rest).strip();
    }

    /** What stood before and stands now: what differs, or all of it where there is only one. */
    List<AuditView.Change> changes(AuditEvent row) {
        Optional<JsonNode> before = Details.of(row.before());
        Optional<JsonNode> after = Details.of(row.after());
        Set<String> names = new TreeSet<>();
        before.ifPresent(fields -> fields.fieldNames().forEachRemaining(names::add));
        after.ifPresent(fields -> fields.fieldNames().forEachRemaining(names::add));
        List<AuditView.Change> changes = new ArrayList<>();
        for (String name : names) {
            Optional<String> was = before.flatMap(fields -> value(fields, name));
            Optional<String> is = after.flatMap(fields -> value(fields, name));
            if (!was.equals(is)) {
                changes.add(new AuditView.Change(name, was, is));
            }
        }
        return changes;
    }

    private Optional<String> value(JsonNode fields, String name) {
        JsonNode value = fields.path(name);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(hidden(name, value.asText()));
    }

    /** The same with every id in it as this reader may know it. */
    private String hidden(String kind, String text) {
        if (pseudonyms.isEmpty()) {
            return text;
        }
        Matcher ids = AN_ID.matcher(text);
        return ids.replaceAll(found -> Id.<Object>parse(found.group().replace("-", ""))
                .map(id -> pseudonyms.get().of(prefix(kind), id))
                .orElse(OTHER));
    }

    private static String prefix(String kind) {
        return PREFIXES.entrySet().stream()
                .filter(known -> kind.startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(OTHER);
    }

    /** Where it came from, with the family of the browser where that is known. */
    String from(AuditEvent row) {
        Optional<String> agent = Details.of(row.after())
                .map(fields -> fields.path("agent").asText(""))
                .filter(family -> !family.isEmpty() && !family.equals("other"));
        return agent.map(family -> texts.text("audit.from.agent", row.from(), family))
                .orElse(row.from());
    }

    /** Everything that has a sentence of its own, by its stable name. */
    static List<String> known(Texts texts) {
        return texts.keys().stream()
                .filter(key -> key.startsWith(KEY) && !key.equals(KEY + "other"))
                .map(key -> key.substring(KEY.length()))
                .sorted()
                .toList();
    }
}
