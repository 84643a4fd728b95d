package org.plinth.web.export;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Reads the injured leg back from everything in a row of the audit table that could tell it. */
final class SideReadBack {

    private SideReadBack() {}

    static String reason(NamedCsvRecord row, String column) {
        return Arrays.stream(row.getField("data_absent_reason").split(" "))
                .filter(reason -> reason.startsWith(column + "="))
                .findFirst()
                .orElse("");
    }

    static String of(NamedCsvRecord row) {
        if (!row.getField("side_affected").equals("UNILATERAL")) {
            return row.getField("side_affected");
        }
        Set<String> legs = new HashSet<>();
        Map.of("force_inj_N", "force", "change_pct_vs_base", "change_pct", "change_state", "change_state")
                .forEach((injured, leg) -> {
                    String unit = leg.equals("force") ? "_N" : "";
                    String value = row.getField(injured) + reason(row, injured).replaceAll(".*=", "");
                    String left = row.getField(leg + "_left" + unit)
                            + reason(row, leg + "_left" + unit).replaceAll(".*=", "");
                    String right = row.getField(leg + "_right" + unit)
                            + reason(row, leg + "_right" + unit).replaceAll(".*=", "");
                    if (value.equals(left) != value.equals(right)) {
                        legs.add(value.equals(left) ? "LEFT" : "RIGHT");
                    }
                });
        if (row.getField("data_absent_reason").contains("=BILATERAL")) {
            legs.add("BILATERAL");
        }
        return String.join(" ", legs);
    }
}
