package org.plinth.web.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plinth.web.imports.Question.Choice;

/**
 * Which column of a file is which, and in what unit. What the header does not say is asked; two columns that could be one are asked
 * about as well.
 */
final class TableLayout {

    private static final String NONE = "none";

    private final List<Head> heads;
    private final Answers answers;
    private final long line;
    private final Map<String, Head> chosen = new LinkedHashMap<>();
    private final Map<String, BigDecimal> factors = new LinkedHashMap<>();
    private final Map<String, String> units = new LinkedHashMap<>();
    private final List<Question> questions = new ArrayList<>();
    private final List<ImportFault> faults = new ArrayList<>();
    private final List<ImportFault> notices = new ArrayList<>();

    TableLayout(List<Column> columns, List<String> header, long line, Answers answers) {
        this.answers = answers;
        this.line = line;
        this.heads = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            heads.add(Head.of(i, header.get(i)));
        }
        columns.forEach(this::choose);
        columns.stream().filter(column -> column.unit().isPresent()).forEach(this::unit);
        left();
    }

    Optional<Head> head(Column column) {
        return Optional.ofNullable(chosen.get(column.id()));
    }

    /** Stored units in one of the file's; 1 for a number without unit. */
    BigDecimal factor(Column column) {
        return factors.getOrDefault(column.id(), BigDecimal.ONE);
    }

    /** The unit of the file; empty text for a number without. */
    String unitOfFile(Column column) {
        return units.getOrDefault(column.id(), "");
    }

    List<Head> heads() {
        return heads;
    }

    List<Question> questions() {
        return questions;
    }

    List<ImportFault> faults() {
        return faults;
    }

    List<ImportFault> notices() {
        return notices;
    }

    private void choose(Column column) {
        String name = "column" + column.id();
        List<Head> called = heads.stream().filter(head -> head.isCalled(column)).toList();
        boolean plain = called.size() == 1;
        Optional<String> answer = answers.to(name).filter(this::isAnswer);
        if (!plain && (column.required() || called.size() > 1 || answer.isPresent())) {
            questions.add(new Question(
                    name,
                    "column",
                    List.of("import.column." + column.id()),
                    choices(column),
                    answer,
                    column.required()));
        }
        Optional<Head> head = plain
                ? Optional.of(called.get(0))
                : answer.filter(text -> !text.equals(NONE)).map(text -> heads.get(Integer.parseInt(text)));
        head.ifPresent(found -> chosen.put(column.id(), found));
    }

    private boolean isAnswer(String text) {
        return text.equals(NONE) || (text.matches("\\d{1,4}") && Integer.parseInt(text) < heads.size());
    }

    private List<Choice> choices(Column column) {
        List<Choice> all = new ArrayList<>();
        if (!column.required()) {
            all.add(Choice.text(NONE, "import.choice.none"));
        }
        heads.stream()
                .filter(head -> !head.name().isEmpty())
                .forEach(head -> all.add(Choice.literal(Integer.toString(head.index()), head.name())));
        return all;
    }

    private void unit(Column column) {
        Head head = chosen.get(column.id());
        if (head == null) {
            return;
        }
        UnitTable table = column.unit().orElseThrow();
        Optional<UnitTable> named = head.unit().flatMap(UnitTable::of);
        if (named.isPresent() && named.get() != table) {
            faults.add(ImportFault.ofCell(
                    line,
                    head.name(),
                    head.unit().orElse(""),
                    "wrongDimension",
                    head.unit().orElse(""),
                    "import.measures." + named.get(),
                    "import.measures." + table));
            return;
        }
        if (named.isPresent()) {
            take(column, head.unit().orElseThrow());
            if (head.unit().orElse("").equalsIgnoreCase("kg")) {
                notices.add(ImportFault.ofCell(line, head.name(), "kg", "kilogram"));
            }
            return;
        }
        String name = "unit" + column.id();
        Optional<String> answer = answers.to(name).filter(table.offered()::contains);
        questions.add(new Question(
                name,
                "unit",
                List.of(head.name()),
                table.offered().stream().map(unit -> Choice.literal(unit, unit)).collect(Collectors.toList()),
                answer,
                true));
        answer.ifPresent(unit -> take(column, unit));
    }

    private void take(Column column, String unit) {
        factors.put(column.id(), column.unit().orElseThrow().factor(unit).orElseThrow());
        units.put(column.id(), unit);
    }

    /** What is not taken is said; a column that two things are read from is a mistake. */
    private void left() {
        List<Integer> taken = chosen.values().stream().map(Head::index).toList();
        heads.stream()
                .filter(head -> !head.name().isEmpty() && !taken.contains(head.index()))
                .forEach(head -> notices.add(ImportFault.ofCell(line, head.name(), "", "columnLeft")));
        if (taken.stream().distinct().count() < taken.size()) {
            faults.add(ImportFault.ofLine(line, "columnTwice"));
        }
    }
}
