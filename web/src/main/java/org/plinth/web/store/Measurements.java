package org.plinth.web.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.plinth.web.clinic.Id;
import org.plinth.web.hash.Sha256;

/** Reads table {@code measurement} trial by trial, and makes of each analysis the hash that the chain has of it. */
final class Measurements {

    private static final String ALL = "SELECT * FROM measurement ORDER BY trial_id, analysis";

    /** Hears whether a hash of the chain is that of an analysis. */
    @FunctionalInterface
    interface Judge {
        void judge(String table, String key, Predicate<String> isSame);
    }

    private final Judge judge;
    private final Map<String, Map<String, Object>> group = new TreeMap<>();
    private String key = "";

    Measurements(Judge judge) {
        this.judge = judge;
    }

    void stream(Transaction tx) {
        tx.stream(ALL, Found::all, this::take);
        endGroup();
    }

    private void take(Map<String, Object> row) {
        String next = row.get("trial_id") + " " + row.get("analysis");
        if (!next.equals(key)) {
            endGroup();
            key = next;
        }
        group.put(String.valueOf(row.get("metric")), row);
    }

    private void endGroup() {
        if (!group.isEmpty()) {
            String now = seal(true);
            String once = seal(false);
            judge.judge("measurement", key, said -> said.equals(now) || said.equals(once));
            group.clear();
        }
    }

    /** Rows from before there were several analyses of a trial do not name theirs. */
    private String seal(boolean withAnalysis) {
        List<String> rows = new ArrayList<>();
        group.forEach((metric, row) -> {
            Row one = Row.of("measurement")
                    .set(
                            "trial_id",
                            Id.<Object>parse(String.valueOf(row.get("trial_id")))
                                    .orElseThrow())
                    .set("engine_version", value(row, "engine_version"))
                    .set("metric", metric)
                    .set("metric_version", value(row, "metric_version"))
                    .set("measured", value(row, "measured"))
                    .set("withheld", value(row, "withheld"));
            rows.add((withAnalysis ? one.set("analysis", value(row, "analysis")) : one).audited());
        });
        return Sha256.hex(rows.toArray(String[]::new));
    }

    private static Optional<Object> value(Map<String, Object> row, String column) {
        return Optional.ofNullable(row.get(column));
    }
}
