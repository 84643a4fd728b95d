package org.plinth.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The audit table for REDCap: a data dictionary and a file to import. An episode is a record; what is of the episode stands once, each
 * position and stage is an instance of the repeating instrument {@code audit_row}.
 */
final class AuditRedcap {

    private static final String RECORD = "record_id";
    private static final String EPISODE_FORM = "episode";
    private static final String ROW_FORM = "audit_row";
    private static final int LONGEST_NAME = 26;
    private static final List<String> HEADER = List.of(
            "Variable / Field Name",
            "Form Name",
            "Section Header",
            "Field Type",
            "Field Label",
            "Choices, Calculations, OR Slider Labels",
            "Field Note",
            "Text Validation Type OR Show Slider Number",
            "Text Validation Min",
            "Text Validation Max",
            "Identifier?",
            "Branching Logic (Show field only if...)",
            "Required Field?",
            "Custom Alignment",
            "Question Number (surveys only)",
            "Matrix Group Name",
            "Matrix Ranking?",
            "Field Annotation");
    private static final Set<String> OF_EPISODE = Set.of(
            "site_key",
            "sex",
            "age_band",
            "side_affected",
            "dominance_match",
            "symptom_duration_wk_band",
            "prior_hamstring_injury",
            "comorbidity_count",
            "smoker",
            "sessions_n",
            "discharge_reason",
            "patient_key");

    private final AuditWording wording;
    private final AuditForm form;

    AuditRedcap(AuditWording wording, AuditForm form) {
        this.wording = wording;
        this.form = form;
    }

    private static String field(AuditColumn column) {
        String name =
                column.name().equals("episode_key") ? RECORD : column.name().toLowerCase(Locale.ROOT);
        if (name.length() > LONGEST_NAME) {
            throw new IllegalStateException(name + " is longer than REDCap takes");
        }
        return name;
    }

    private static boolean isOfEpisode(AuditColumn column) {
        return OF_EPISODE.contains(column.name()) || column.name().equals("episode_key");
    }

    /** What is of the episode first, since REDCap wants a form's fields together and the record's id before all. */
    private static List<AuditColumn> inOrder(AuditTable table) {
        List<AuditColumn> all = new ArrayList<>(
                table.columns().stream().filter(AuditRedcap::isOfEpisode).toList());
        table.columns().stream().filter(column -> !isOfEpisode(column)).forEach(all::add);
        return all;
    }

    void dictionary(AuditTable table, OutputStream out) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        inOrder(table).forEach(column -> rows.add(line(column)));
        AuditFiles.words(rows, out);
    }

    private List<String> line(AuditColumn column) {
        boolean choice = column.kind() == AuditColumn.Kind.CHOICE;
        String validation =
                switch (column.kind()) {
                    case WHOLE -> "integer";
                    case NUMBER -> "number";
                    case TEXT, CHOICE -> "";
                };
        String note = column.unit().isEmpty() ? "" : column.unit();
        return List.of(
                field(column),
                isOfEpisode(column) ? EPISODE_FORM : ROW_FORM,
                "",
                choice ? "radio" : "text",
                wording.label(column),
                choice ? choices(column) : "",
                note,
                validation,
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "");
    }

    private String choices(AuditColumn column) {
        List<String> coded = new ArrayList<>();
        wording.choices(column, form).values().forEach(label -> coded.add((coded.size() + 1) + ", " + label));
        return String.join(" | ", coded);
    }

    void rows(AuditTable table, OutputStream out) throws IOException {
        List<AuditColumn> columns = inOrder(table);
        List<Integer> at =
                columns.stream().map(column -> table.columns().indexOf(column)).toList();
        List<List<String>> rows = new ArrayList<>();
        List<String> head =
                new ArrayList<>(columns.stream().map(AuditRedcap::field).toList());
        head.addAll(1, List.of("redcap_repeat_instrument", "redcap_repeat_instance"));
        rows.add(head);
        String[] before = {""};
        int[] instance = {0};
        table.forEach(cells -> {
            List<AuditDatum> sorted = at.stream().map(cells::get).toList();
            String record = sorted.get(0).text();
            if (!record.equals(before[0])) {
                rows.add(row(columns, sorted, "", "", true));
                before[0] = record;
                instance[0] = 0;
            }
            instance[0]++;
            rows.add(row(columns, sorted, ROW_FORM, Integer.toString(instance[0]), false));
        });
        AuditFiles.words(rows, out);
    }

    private List<String> row(
            List<AuditColumn> columns, List<AuditDatum> cells, String instrument, String instance, boolean ofEpisode) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            boolean here = i == 0 || isOfEpisode(columns.get(i)) == ofEpisode;
            row.add(here ? coded(columns.get(i), cells.get(i)) : "");
        }
        row.addAll(1, List.of(instrument, instance));
        return row;
    }

    private String coded(AuditColumn column, AuditDatum datum) {
        if (datum.isAbsent() || column.kind() != AuditColumn.Kind.CHOICE) {
            return column.kind() == AuditColumn.Kind.TEXT ? CsvText.inert(datum.text()) : datum.text();
        }
        List<String> codes = wording.choices(column, form).keySet().stream().collect(Collectors.toList());
        return Integer.toString(codes.indexOf(datum.text()) + 1);
    }
}
