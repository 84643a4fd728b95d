package org.plinth.web.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Takes out of a patient's rows what was recorded under her name and is another's: recordings that a standing move sets aside,
 * their efforts, and what was computed of them.
 */
final class OthersData {

    private final Map<String, List<Map<String, Object>>> all;
    private final Set<Object> recordings;
    private final Set<Object> trials;
    private final Set<Object> tests;
    private final Set<Object> ownTests;
    private final Set<Object> results;

    private OthersData(Map<String, List<Map<String, Object>>> all, Set<Object> recordings) {
        this.all = all;
        this.recordings = recordings;
        trials = ids("trial", row -> recordings.contains(row.get("recording_id")), "id");
        tests = ids("recording", row -> recordings.contains(row.get("id")), "test_id");
        ownTests = ids("recording", row -> !recordings.contains(row.get("id")), "test_id");
        results = ids("result", row -> tests.contains(row.get("test_id")), "id");
    }

    /**
     * Takes it out of rows by table.
     *
     * @param aside ids of the recordings, as rows have them
     */
    static void takeOut(Map<String, List<Map<String, Object>>> all, Set<Object> aside) {
        if (!aside.isEmpty()) {
            new OthersData(all, aside).takeOut();
        }
    }

    private void takeOut() {
        Set<Object> whole =
                tests.stream().filter(test -> !ownTests.contains(test)).collect(Collectors.toSet());
        Set<Object> wholeResults = ids("result", row -> whole.contains(row.get("test_id")), "id");
        drop(List.of("recording"), "id", recordings);
        drop(
                List.of("recording_version", "recording_feedback", "recording_tester", "trial"),
                "recording_id",
                recordings);
        drop(List.of("trial_version", "trial_analysis", "measurement"), "trial_id", trials);
        drop(
                List.of("side_set_up", "set_up_photo", "set_up_photo_image", "test_trust", "symmetry_version"),
                "test_id",
                whole);
        drop(List.of("result_version"), "result_id", wholeResults);
        drop(List.of("result"), "id", wholeResults);
        newestOnly("result_version", "result_id", results);
        newestOnly("symmetry_version", "test_id", tests);
        chain();
    }

    private List<Map<String, Object>> rows(String table) {
        return all.getOrDefault(table, List.of());
    }

    private Set<Object> ids(String table, Predicate<Map<String, Object>> which, String column) {
        return rows(table).stream()
                .filter(which)
                .map(row -> row.getOrDefault(column, ""))
                .collect(Collectors.toSet());
    }

    private void keep(String table, Predicate<Map<String, Object>> which) {
        all.computeIfPresent(table, (name, rows) -> rows.stream().filter(which).toList());
    }

    private void drop(List<String> tables, String column, Set<Object> ids) {
        tables.forEach(table -> keep(table, row -> !ids.contains(row.get(column))));
    }

    /** What was computed before a move holds another's values; what was computed last does not. */
    private void newestOnly(String table, String column, Set<Object> ids) {
        Map<Object, Integer> newest = new LinkedHashMap<>();
        rows(table).forEach(row -> newest.merge(row.getOrDefault(column, ""), version(row), Math::max));
        keep(
                table,
                row -> !ids.contains(row.get(column))
                        || version(row) == newest.getOrDefault(row.getOrDefault(column, ""), 0));
    }

    private static int version(Map<String, Object> row) {
        return row.get("version") instanceof Integer number ? number : 0;
    }

    /** Rows of the chain about them, and the words beside these rows. */
    private void chain() {
        Set<Object> subjects = recordings.stream().map(id -> "recording:" + id).collect(Collectors.toSet());
        trials.forEach(id -> subjects.add("trial:" + id));
        results.forEach(id -> subjects.add("result:" + id));
        tests.forEach(id -> subjects.add("symmetry:" + id));
        Set<Object> dropped = ids("audit_event", row -> subjects.contains(row.get("subject")), "seq");
        drop(List.of("audit_event", "audit_words"), "seq", dropped);
    }
}
