package org.plinth.web.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.plinth.web.text.Texts;

/** What the columns of the audit table mean, for people and for other programs. */
final class AuditWording {

    private final Texts texts;

    AuditWording(Texts texts) {
        this.texts = texts;
    }

    String label(AuditColumn column) {
        return texts.text("outcome.column." + column.name());
    }

    String meaning(AuditColumn column) {
        return texts.text("outcome.meaning." + column.name());
    }

    /** The choices of a column with their labels, those of its coarser levels last. */
    Map<String, String> choices(AuditColumn column, AuditForm form) {
        Map<String, String> all = new LinkedHashMap<>();
        column.choices().forEach(choice -> all.put(choice, value(choice)));
        if (form == AuditForm.SHARED) {
            AuditIdentifiers.coarser(column.name()).forEach(choice -> all.put(choice, value(choice)));
        }
        return all;
    }

    /** A band of numbers says itself what it is. */
    private String value(String choice) {
        return Character.isDigit(choice.charAt(0)) && !choice.contains("_")
                ? choice
                : texts.text("outcome.value." + choice);
    }

    /** One line for each column, under a header. */
    List<List<String>> dictionary(AuditTable table, AuditForm form) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("column", "label", "type", "unit", "choices", "meaning"));
        for (AuditColumn column : table.columns()) {
            rows.add(List.of(
                    column.name(),
                    label(column),
                    column.kind().name(),
                    column.unit(),
                    choices(column, form).entrySet().stream()
                            .map(choice -> choice.getKey() + " = " + choice.getValue())
                            .collect(Collectors.joining("; ")),
                    meaning(column)));
        }
        return rows;
    }
}
