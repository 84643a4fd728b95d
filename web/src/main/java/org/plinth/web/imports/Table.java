package org.plinth.web.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.plinth.web.imports.Cell.Day;
import org.plinth.web.imports.Cell.Decimal;
import org.plinth.web.imports.Question.Choice;
import org.plinth.web.recordingfile.CsvLines;
import org.plinth.web.recordingfile.CsvLines.Line;
import org.plinth.web.recordingfile.RecordingFileException;

/** Reads a table of known columns: header, answers, then row by row; every cell that is wrong is told with line and column. */
final class Table {

    /** Most rows of one file: a preview that nobody can read is none. */
    static final int MOST_ROWS = 2_000;

    private static final int MOST_DECIMALS = 3;
    private static final String MARK = "mark";
    private static final String DECIMAL = "DECIMAL";
    private static final String GROUPS = "GROUPS";

    private final List<Column> columns;
    private final Answers answers;
    private final LocalDate today;
    private final List<Line> lines = new ArrayList<>();
    private final List<ImportFault> faults = new ArrayList<>();
    private boolean tooMany;
    private boolean needsOrder;
    private boolean groups;
    private Optional<Character> mark = Optional.empty();

    private Table(List<Column> columns, Answers answers, LocalDate today) {
        this.columns = columns;
        this.answers = answers;
        this.today = today;
    }

    /**
     * The cells of one row, read.
     *
     * @param line where it stands
     * @param texts by column id: text, ISO date, side, word of a choice, or a number in the stored unit
     * @param asFound numbers by column id as the file has them with its unit, where that is another
     * @param times by column id of a day, what was said of the time
     */
    record Row(long line, Map<String, String> texts, Map<String, String> asFound, Map<String, String> times) {

        Optional<String> text(String id) {
            return Optional.ofNullable(texts.get(id)).filter(text -> !text.isEmpty());
        }

        Optional<LocalDate> day(String id) {
            return text(id).map(LocalDate::parse);
        }
    }

    /** What a kind makes of a row whose cells are all right. */
    @FunctionalInterface
    interface Maker extends Function<Row, FoundRow> {}

    static Found read(ImportFile file, List<Column> columns, Answers answers, LocalDate today, Maker maker) {
        return new Table(columns, answers, today).read(file, maker);
    }

    private Found read(ImportFile file, Maker maker) {
        if (file.isZip()) {
            return Found.failed(ImportFault.ofFile("zip.table"));
        }
        try {
            CsvLines.each(file.open(), "", line -> {
                if (!line.isEmpty()) {
                    lines.add(line);
                }
                tooMany = lines.size() > MOST_ROWS + 1;
                return !tooMany;
            });
        } catch (RecordingFileException e) {
            return Found.failed(unreadable(e));
        }
        if (tooMany) {
            return Found.failed(ImportFault.ofFile("manyRows", MOST_ROWS));
        }
        if (lines.size() < 2) {
            return Found.failed(ImportFault.ofFile("noRows"));
        }
        Line header = lines.get(0);
        TableLayout layout = new TableLayout(columns, header.cells(), header.number(), answers);
        faults.addAll(layout.faults());
        orderOf(layout);
        List<Question> questions = new ArrayList<>(layout.questions());
        doubt(layout).ifPresent(questions::add);
        List<FoundRow> rows =
                lines.stream().skip(1).map(line -> row(line, layout, maker)).toList();
        if (needsOrder) {
            questions.add(order(answers));
        }
        List<ImportFault> known = faults.stream().distinct().toList();
        return new Found(rows, known, layout.notices(), questions, header.cells());
    }

    static ImportFault unreadable(RecordingFileException e) {
        var problem = e.problem();
        return new ImportFault(
                0, problem.line(), problem.column(), "", problem.fault().textKey(), List.copyOf(problem.details()));
    }

    private void orderOf(TableLayout layout) {
        for (Column column : columns) {
            Optional<Head> head = layout.head(column).filter(found -> column.type() == Column.Type.PAST_DAY);
            needsOrder |= head.isPresent()
                    && lines.stream().skip(1).anyMatch(line -> Cell.needsOrder(cell(line, head.get())));
        }
    }

    /** Where every number with a mark has three digits behind it, the mark may part thousands: 1,234 N is not 1.234 N. */
    private Optional<Question> doubt(TableLayout layout) {
        Set<Character> doubtful = new TreeSet<>();
        Set<Character> sure = new TreeSet<>();
        for (Column column : columns) {
            Optional<Head> head = layout.head(column).filter(found -> column.type() == Column.Type.NUMBER);
            head.ifPresent(known -> lines.stream()
                    .skip(1)
                    .map(line -> cell(line, known))
                    .forEach(cell -> {
                        Cell.doubtfulMark(cell).ifPresent(doubtful::add);
                        Cell.plainMark(cell).ifPresent(sure::add);
                    }));
        }
        doubtful.removeAll(sure);
        if (doubtful.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> answer = answers.to(MARK).filter(List.of(DECIMAL, GROUPS)::contains);
        groups = answer.equals(Optional.of(GROUPS));
        List<Choice> choices =
                List.of(Choice.text(DECIMAL, "import.choice.DECIMAL"), Choice.text(GROUPS, "import.choice.GROUPS"));
        String found = doubtful.contains('.') ? "1.234" : "1,234";
        return Optional.of(new Question(MARK, "mark", List.of(found), choices, answer, true));
    }

    static Question order(Answers answers) {
        return new Question(
                Answers.DATE_ORDER,
                "dateOrder",
                List.of(),
                List.of(
                        Choice.text("DAY_FIRST", "import.choice.DAY_FIRST"),
                        Choice.text("MONTH_FIRST", "import.choice.MONTH_FIRST")),
                answers.to(Answers.DATE_ORDER),
                true);
    }

    private static String cell(Line line, Head head) {
        return head.index() < line.cells().size() ? line.cells().get(head.index()) : "";
    }

    private FoundRow row(Line line, TableLayout layout, Maker maker) {
        Row row = new Row(line.number(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        List<ImportFault> wrong = new ArrayList<>();
        int filled = line.cells().size();
        while (filled > 0 && line.cells().get(filled - 1).isBlank()) {
            filled--;
        }
        if (filled > layout.heads().size()) {
            wrong.add(ImportFault.ofLine(
                    line.number(), "ragged", filled, layout.heads().size()));
        }
        for (Column column : columns) {
            layout.head(column).ifPresent(head -> read(column, head, cell(line, head), layout, row, wrong));
        }
        FoundRow made = wrong.isEmpty() && isWhole(row) ? maker.apply(row) : bare(row);
        wrong.addAll(made.faults());
        return new FoundRow(0, made.line(), made.person(), made.content(), made.identity(), wrong);
    }

    /** While a required column is not chosen yet, no row can be made. */
    private boolean isWhole(Row row) {
        return columns.stream()
                .allMatch(column -> !column.required() || row.text(column.id()).isPresent());
    }

    private static FoundRow bare(Row row) {
        return new FoundRow(
                0,
                row.line(),
                Person.unknown(),
                new FoundRow.Newcomer("", Optional.empty(), Optional.empty()),
                "line " + row.line(),
                List.of());
    }

    private void read(Column column, Head head, String cell, TableLayout layout, Row row, List<ImportFault> wrong) {
        if (Cell.plain(cell).isEmpty()) {
            if (column.required()) {
                wrong.add(ImportFault.ofCell(row.line(), head.name(), "", "empty"));
            }
            return;
        }
        try {
            switch (column.type()) {
                case TEXT -> row.texts().put(column.id(), Cell.text(cell));
                case SIDE -> row.texts().put(column.id(), Cell.side(cell, false));
                case SIDE_OR_BOTH -> row.texts().put(column.id(), Cell.side(cell, true));
                case CHOICE -> row.texts().put(column.id(), Cell.word(cell, column.words()));
                case NORDIC -> row.texts().put(column.id(), Cell.nordic(cell));
                case PAST_DAY -> day(column, cell, row);
                case NUMBER -> number(column, cell, layout, row);
            }
        } catch (WrongCell e) {
            if (!e.key().equals("dateOrder")) {
                wrong.add(e.at(row.line(), head.name(), cell));
            }
        }
    }

    private void day(Column column, String cell, Row row) throws WrongCell {
        Day day = Cell.date(cell, answers.dateOrder());
        if (day.date().isAfter(today)) {
            throw new WrongCell("future");
        }
        row.texts().put(column.id(), day.date().toString());
        row.times().put(column.id(), day.time());
    }

    private void number(Column column, String cell, TableLayout layout, Row row) throws WrongCell {
        Decimal read = Cell.number(
                groups && Cell.doubtfulMark(cell).isPresent() ? Cell.plain(cell).replaceAll("[.,]", "") : cell);
        if (read.mark().isPresent()) {
            if (mark.isPresent() && !mark.equals(read.mark())) {
                throw new WrongCell("mixedMarks");
            }
            mark = read.mark();
        }
        String unit = layout.unitOfFile(column);
        if (column.unit().isPresent() && unit.isEmpty()) {
            row.texts().put(column.id(), read.value().toPlainString());
            return; // nothing is made of it while its unit is asked about
        }
        BigDecimal stored = read.value().multiply(layout.factor(column));
        String symbol = column.unit().map(UnitTable::symbol).orElse("");
        if (stored.doubleValue() < column.least() || stored.doubleValue() > column.most()) {
            throw new WrongCell("range", whole(column.least()), whole(column.most()), symbol);
        }
        BigDecimal rounded = stored.setScale(MOST_DECIMALS, RoundingMode.HALF_UP);
        row.texts()
                .put(
                        column.id(),
                        rounded.signum() == 0
                                ? "0"
                                : rounded.stripTrailingZeros().toPlainString());
        if (layout.factor(column).compareTo(BigDecimal.ONE) != 0) {
            row.asFound().put(column.id(), read.value().toPlainString() + " " + unit);
        }
    }

    private static String whole(double bound) {
        return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }
}
