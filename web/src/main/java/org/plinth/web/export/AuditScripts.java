package org.plinth.web.export;

import java.util.List;
import java.util.stream.Collectors;

/** Scripts that read {@code audit.csv} into R and SPSS with labels, units, order of choices and missing values. */
final class AuditScripts {

    private final AuditWording wording;
    private final AuditForm form;

    AuditScripts(AuditWording wording, AuditForm form) {
        this.wording = wording;
        this.form = form;
    }

    String r(AuditTable table) {
        StringBuilder out = new StringBuilder("read_audit <- function(folder = \".\") {\n");
        out.append(
                        "  audit <- read.csv(file.path(folder, \"audit.csv\"), colClasses = \"character\", na.strings = \"\",\n")
                .append("    encoding = \"UTF-8\", check.names = FALSE, strip.white = FALSE)\n");
        out.append("  numbers <- c(").append(names(table, true)).append(")\n");
        out.append("  audit[numbers] <- lapply(audit[numbers], as.numeric)\n");
        for (AuditColumn column : table.columns()) {
            if (column.kind() == AuditColumn.Kind.CHOICE) {
                var choices = wording.choices(column, form);
                out.append("  audit$")
                        .append(column.name())
                        .append(" <- factor(audit$")
                        .append(column.name())
                        .append(", levels = c(")
                        .append(joined(choices.keySet()))
                        .append("),\n    labels = c(")
                        .append(joined(choices.values()))
                        .append("))\n");
            }
            out.append("  attr(audit$")
                    .append(column.name())
                    .append(", \"label\") <- ")
                    .append(quoted(wording.label(column)));
            out.append('\n');
            if (!column.unit().isEmpty()) {
                out.append("  attr(audit$")
                        .append(column.name())
                        .append(", \"unit\") <- ")
                        .append(quoted(column.unit()));
                out.append('\n');
            }
        }
        return out.append("  audit\n}\n\nif (file.exists(\"audit.csv\")) audit <- read_audit()\n")
                .toString();
    }

    private static String names(AuditTable table, boolean numbers) {
        return table.columns().stream()
                .filter(column -> isNumber(column) == numbers)
                .map(column -> quoted(column.name()))
                .collect(Collectors.joining(", "));
    }

    private static boolean isNumber(AuditColumn column) {
        return column.kind() == AuditColumn.Kind.NUMBER || column.kind() == AuditColumn.Kind.WHOLE;
    }

    private static String joined(Iterable<String> words) {
        StringBuilder out = new StringBuilder();
        words.forEach(word -> out.append(out.isEmpty() ? "" : ", ").append(quoted(word)));
        return out.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Empty numbers are missing to SPSS by themselves; empty words have to be said to be. */
    String sps(AuditTable table) {
        StringBuilder out = new StringBuilder("* Encoding: UTF-8.\nSET DECIMAL=DOT.\n");
        out.append("GET DATA /TYPE=TXT /FILE='audit.csv' /ENCODING='UTF8' /ARRANGEMENT=DELIMITED /DELCASE=LINE\n")
                .append("  /DELIMITERS=\",\" /QUALIFIER='\"' /FIRSTCASE=2 /VARIABLES=\n");
        for (AuditColumn column : table.columns()) {
            out.append("  ")
                    .append(column.name())
                    .append(' ')
                    .append(format(column))
                    .append('\n');
        }
        out.append(".\nVARIABLE LABELS\n");
        for (AuditColumn column : table.columns()) {
            String unit = column.unit().isEmpty() ? "" : " [" + column.unit() + "]";
            out.append("  ")
                    .append(column.name())
                    .append(' ')
                    .append(spss(wording.label(column) + unit))
                    .append('\n');
        }
        out.append(".\n");
        List<AuditColumn> choices = table.columns().stream()
                .filter(column -> column.kind() == AuditColumn.Kind.CHOICE)
                .toList();
        for (AuditColumn column : choices) {
            out.append("VALUE LABELS ").append(column.name()).append('\n');
            wording.choices(column, form).forEach((value, label) -> out.append("  ")
                    .append(spss(value))
                    .append(' ')
                    .append(spss(label))
                    .append('\n'));
            out.append(".\n");
        }
        out.append("MISSING VALUES ")
                .append(choices.stream().map(AuditColumn::name).collect(Collectors.joining(" ")))
                .append(" ('').\n");
        return out.append("EXECUTE.\n").toString();
    }

    private static String format(AuditColumn column) {
        return switch (column.kind()) {
            case WHOLE -> "F8.0";
            case NUMBER -> "F20.10";
            case CHOICE -> "A24";
            case TEXT -> column.name().equals(AuditColumns.ABSENT) ? "A4000" : "A200";
        };
    }

    private static String spss(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
