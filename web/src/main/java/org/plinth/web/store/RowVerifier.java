package org.plinth.web.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.plinth.web.hash.Sha256;
import org.plinth.web.store.RowFault.Why;
import org.plinth.web.store.RowStamps.Stamp;

/**
 * Rebuilds what the audit chain says of the rows of clinical tables, and holds the rows against it. Feed it the whole chain,
 * let the store compare its rows ({@link AuditStore#compare}), feed it what the chain got meanwhile, and ask. Keeps a short
 * hash of each row of the chain that tells of one: about 300 bytes each. One thread.
 */
public final class RowVerifier {

    private static final String MEASUREMENT = "measurement";
    private static final String WORDS = "audit_words";
    private static final String HASHED = "sha256:";
    private static final String NO_PERSON = "";
    private static final Map<String, String> OWNERS = Map.of("recording_id", "recording:", "test_id", "test:");

    private static final Map<String, String> HEADS = new TreeMap<>(Map.of(
            "patient", "SELECT id, head_version FROM patient",
            "episode", "SELECT id, head_version FROM episode",
            "episode_entry", "SELECT id, head_version FROM episode_entry",
            "visit", "SELECT id, head_version FROM visit",
            "recording", "SELECT id, head_version FROM recording",
            "trial", "SELECT id, head_version FROM trial",
            "result", "SELECT id, head_version FROM result"));

    private final Map<String, Set<String>> columns;
    private final RowStamps stamps = new RowStamps();
    private final Map<String, Stamp> expected = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();
    private final Map<String, Integer> newest = new HashMap<>();
    private final Set<String> erased = new HashSet<>();
    private final Map<String, Long> erasedRows = new HashMap<>();
    private final Set<String> later = new HashSet<>();
    private final List<Suspect> suspects = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private boolean isLater;
    private long compared;

    private record Suspect(RowFault fault, String subject, String patient) {}

    /** Over tables with these columns. */
    RowVerifier(Map<String, Set<String>> columns) {
        this.columns = columns;
    }

    /** Looks at the next row of the chain. */
    public void accept(AuditEvent event) {
        String subject = event.subject();
        String kind = subject.substring(0, Math.max(0, subject.indexOf(':')));
        String id = subject.substring(subject.indexOf(':') + 1);
        if (isLater) {
            later.add(subject);
        }
        if (event.reason().startsWith(HASHED)) {
            expect(WORDS + " " + event.seq(), new Stamp(List.of(), event.reason(), NO_PERSON, subject));
        }
        Map<String, String> content = new TreeMap<>(RowStamps.content(event.after()));
        if (content.isEmpty()) {
            return;
        }
        own(kind, subject, content);
        content.put("at", RowStamps.moment(event.at()));
        content.put("author", event.actor().toString());
        if (kind.equals("patient")) {
            content.putIfAbsent("patient_id", id);
            noteErasure(id, content);
        }
        RowPart.ALL.stream().filter(part -> part.kind().equals(kind)).forEach(part -> take(part, subject, content));
        takeMeasurements(subject, content);
    }

    private void own(String kind, String subject, Map<String, String> content) {
        if (kind.equals("patient")) {
            owners.put(subject, subject.substring(subject.indexOf(':') + 1));
        } else if (content.containsKey("patient_id")) {
            owners.put(subject, content.getOrDefault("patient_id", NO_PERSON));
        } else {
            OWNERS.forEach((field, other) -> Optional.ofNullable(content.get(field))
                    .flatMap(found -> Optional.ofNullable(owners.get(other + found)))
                    .ifPresent(patient -> owners.putIfAbsent(subject, patient)));
        }
    }

    private void noteErasure(String patient, Map<String, String> content) {
        if ("DONE".equals(content.get("step"))) {
            erased.add(patient);
        }
        if (content.containsKey("patient_version") && content.containsKey("patient_key")) {
            content.forEach((table, rows) -> {
                if (rows.matches("\\d{1,9}")) {
                    erasedRows.merge(table, Long.valueOf(rows), Long::sum);
                }
            });
        }
    }

    private void take(RowPart part, String subject, Map<String, String> said) {
        Map<String, String> content = new TreeMap<>(said);
        part.renamed().forEach((from, to) -> Optional.ofNullable(content.remove(from))
                .ifPresent(value -> content.put(to, value)));
        boolean isFirst = part.table().equals("trial_analysis") && content.containsKey("id");
        if (!content.keySet().containsAll(part.marks()) || isFirst) {
            return;
        }
        if (part.table().equals("account") && "ADMINISTRATOR".equals(content.get("role"))) {
            // Renamed by the schema's fifth script.
            content.put("role", "OWNER");
        }
        Set<String> there = columns.getOrDefault(part.table(), Set.of());
        Set<String> names = new TreeSet<>(part.whole() ? there : content.keySet());
        names.retainAll(there);
        names.removeAll(Set.of("reason", "clinic_id", "salt", "head_version"));
        if (part.table().equals("patient_access_version")) {
            names.add("team");
        }
        List<String> list = stamps.columns(names);
        String personal = part.personal().isEmpty() ? NO_PERSON : content.getOrDefault("personal_sha256", NO_PERSON);
        expect(
                part.table() + " " + key(part, content),
                new Stamp(list, RowStamps.hash(list, content), personal, subject));
        Optional.ofNullable(content.get("version"))
                .filter(version -> part.table().equals(part.kind() + "_version"))
                .ifPresent(version -> newest.merge(subject, Integer.valueOf(version), Math::max));
    }

    private void takeMeasurements(String subject, Map<String, String> content) {
        String seal = content.getOrDefault("measurements_sha256", NO_PERSON);
        if (!seal.isEmpty() && !seal.equals(Sha256.hex())) {
            String key = content.getOrDefault("trial_id", "") + " " + content.getOrDefault("analysis", "1");
            expect(MEASUREMENT + " " + key, new Stamp(List.of(), seal, NO_PERSON, subject));
        }
    }

    private void expect(String key, Stamp stamp) {
        expected.put(key, stamp);
    }

    private static String key(RowPart part, Map<String, String> values) {
        return part.key().stream()
                .map(column -> values.getOrDefault(column, ""))
                .collect(Collectors.joining(" "));
    }

    /** Streams every table; what the chain gets from now on is told apart. */
    void compare(Transaction tx) {
        isLater = true;
        Map<String, List<String>> teams = new HashMap<>();
        tx.stream("SELECT * FROM patient_access_member", Found::all, row -> teams.computeIfAbsent(
                        row.get("patient_id") + " " + row.get("version"), key -> new ArrayList<>())
                .add(String.valueOf(row.get("account_id"))));
        for (RowPart part : RowPart.ALL) {
            tx.stream(part.select(), Found::all, row -> compare(part, row, teams));
        }
        new Measurements(this::judge).stream(tx);
        tx.stream("SELECT seq, patient_id, salt, reason FROM audit_words", Found::all, row -> {
            String is = HASHED + Sha256.hex(String.valueOf(row.get("salt")), String.valueOf(row.get("reason")));
            judge(WORDS, String.valueOf(row.get("seq")), is::equals);
        });
        HEADS.forEach((kind, select) -> tx.stream(select, RowVerifier::head, head -> compareHead(kind, head)));
    }

    private record Head(String id, int version) {}

    private static Head head(Found row) throws SQLException {
        return new Head(row.<Object>id("id").toString(), row.number("head_version"));
    }

    private void compareHead(String kind, Head head) {
        String subject = kind + ":" + head.id();
        Integer said = newest.get(subject);
        if (said == null || said != head.version()) {
            Why why = said == null ? Why.NOT_IN_CHAIN : Why.CHANGED;
            suspect(new RowFault(kind, head.id(), why), subject, owners.getOrDefault(subject, NO_PERSON));
        }
    }

    private void compare(RowPart part, Map<String, Object> row, Map<String, List<String>> teams) {
        Map<String, String> values = new TreeMap<>(RowStamps.values(row));
        String key = key(part, values);
        if (part.table().equals("patient_access_version")) {
            values.put("team", String.join(",", teams.getOrDefault(key, List.of())));
        }
        String name = part.table() + " " + key;
        compared++;
        seen.add(name);
        Stamp stamp = expected.get(name);
        String patient = values.getOrDefault("patient_id", stamp == null ? NO_PERSON : owner(stamp));
        if (stamp == null) {
            suspect(
                    new RowFault(part.table(), key, Why.NOT_IN_CHAIN),
                    part.kind() + ":" + values.get(part.key().get(0)),
                    patient);
            return;
        }
        boolean same = RowStamps.hash(stamp.columns(), values).equals(stamp.hash());
        boolean isPersonal = !stamp.personal().isEmpty();
        boolean samePerson =
                !isPersonal || RowStamps.personal(part.personal(), row).equals(stamp.personal());
        if (!same || !samePerson) {
            boolean overwritten = (same && !row.containsKey("salt"))
                    || part.table().equals("account")
                    || stamp.columns().stream().anyMatch(part.personal()::contains);
            suspect(new RowFault(part.table(), key, Why.CHANGED), stamp.subject(), overwritten ? patient : NO_PERSON);
        }
    }

    /** Compares by a hash that only the reader of the rows can make. */
    private void judge(String table, String key, Predicate<String> isSame) {
        String name = table + " " + key;
        compared++;
        seen.add(name);
        Stamp stamp = expected.get(name);
        if (stamp == null) {
            suspect(new RowFault(table, key, Why.NOT_IN_CHAIN), NO_PERSON, NO_PERSON);
        } else if (!isSame.test(stamp.hash())) {
            suspect(new RowFault(table, key, Why.CHANGED), stamp.subject(), NO_PERSON);
        }
    }

    private void suspect(RowFault fault, String subject, String patient) {
        suspects.add(new Suspect(fault, subject, patient));
    }

    private String owner(Stamp stamp) {
        return owners.getOrDefault(stamp.subject(), NO_PERSON);
    }

    /** How many rows were held against the chain. */
    public long compared() {
        return compared;
    }

    /** What does not agree, in order. What was written while the rows were read is left for the next time. */
    public List<RowFault> end() {
        List<RowFault> faults = new ArrayList<>();
        for (Suspect one : suspects) {
            String name = one.fault().table() + " " + one.fault().row();
            boolean isNew = one.fault().why() == Why.NOT_IN_CHAIN && expected.containsKey(name);
            if (!isNew && !later.contains(one.subject()) && !erased.contains(one.patient())) {
                faults.add(one.fault());
            }
        }
        faults.addAll(missing());
        return faults;
    }

    private List<RowFault> missing() {
        List<RowFault> missing = new ArrayList<>();
        Map<String, List<RowFault>> unclear = new TreeMap<>();
        new TreeMap<>(expected).forEach((name, stamp) -> {
            if (seen.contains(name) || later.contains(stamp.subject())) {
                return;
            }
            int blank = name.indexOf(' ');
            RowFault fault = new RowFault(name.substring(0, blank), name.substring(blank + 1), Why.MISSING);
            String patient = owner(stamp);
            if (patient.isEmpty()) {
                unclear.computeIfAbsent(fault.table(), table -> new ArrayList<>())
                        .add(fault);
            } else if (!erased.contains(patient)) {
                missing.add(fault);
            }
        });
        // The chain does not say whose a result is: as many of them may be gone as erasures took.
        unclear.forEach((table, faults) -> {
            String counted = table.equals(WORDS) ? "result_version" : table.toLowerCase(Locale.ROOT);
            if (faults.size() > erasedRows.getOrDefault(counted, 0L)) {
                missing.addAll(faults);
            }
        });
        return missing;
    }
}
