package org.plinth.web.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plinth.web.diary.ImportedKinds;
import org.plinth.web.imports.FoundRow.Measured;
import org.plinth.web.imports.Question.Choice;

/**
 * Summaries of Nordic curls on a device with a sensor for each ankle, such as a NordBord: greatest force and impulse of both legs, one
 * row a test. Eccentric: a series of its own, never beside an isometric one. The same boards export isometric holds, so a row says in its
 * column that it is a Nordic curl, or a person says so of all rows that do not.
 */
final class NordicImport implements ImportKind {

    /** The question what the rows are that do not say it. */
    private static final String SILENT = "nordic";

    private static final String NORDIC = "NORDIC";
    private static final String OTHER = "OTHER";

    private static final List<Column> COLUMNS = List.of(
            PersonColumns.NAME,
            PersonColumns.FAMILY,
            PersonColumns.GIVEN,
            PersonColumns.BORN,
            PersonColumns.IDENTIFIER,
            Column.of(
                            "date",
                            Column.Type.PAST_DAY,
                            "date",
                            "test date",
                            "date utc",
                            "datum",
                            "datum des tests",
                            "\u0627\u0644\u062a\u0627\u0631\u064a\u062e")
                    .must(),
            Column.of("time", Column.Type.TEXT, "time", "test time", "time utc", "zeit", "heure"),
            Column.of("test", Column.Type.NORDIC, "test", "test type", "test name", "exercise", "movement"),
            Column.of("device", Column.Type.TEXT, "device", "device name", "serial"),
            Column.number("leftForce", UnitTable.FORCE, 1, 2000, "l max force", "left max force", "max force left")
                    .must(),
            Column.number("rightForce", UnitTable.FORCE, 1, 2000, "r max force", "right max force", "max force right")
                    .must(),
            Column.number(
                    "leftImpulse", UnitTable.IMPULSE, 0, 50_000, "l max impulse", "left max impulse", "left impulse"),
            Column.number(
                    "rightImpulse",
                    UnitTable.IMPULSE,
                    0,
                    50_000,
                    "r max impulse",
                    "right max impulse",
                    "right impulse"),
            Column.count("leftReps", 1, 200, "l reps", "left reps"),
            Column.count("rightReps", 1, 200, "r reps", "right reps"));

    private static final String TEMPLATE =
            """
            Family name,Given name,Date of birth,Identifier,Date,Time,Test,Device,L Max Force (N),R Max Force (N),\
            L Max Impulse (Ns),R Max Impulse (Ns)
            Madeup,Sample Ada,1985-03-02,S-1,2026-07-20,09:30,Nordic,Sample board,312.5,298.0,1450,1390
            """;

    @Override
    public String id() {
        return "nordic";
    }

    @Override
    public boolean makesPatients() {
        return false;
    }

    @Override
    public Optional<String> template() {
        return Optional.of(TEMPLATE);
    }

    @Override
    public Found read(ImportFile file, Answers answers, LocalDate today) {
        Optional<String> said = answers.to(SILENT).filter(List.of(NORDIC, OTHER)::contains);
        boolean isOther = said.equals(Optional.of(OTHER));
        List<Long> silent = new ArrayList<>();
        Found read = Table.read(file, COLUMNS, answers, today, row -> {
            boolean isSilent = row.text("test").isEmpty();
            if (isSilent) {
                silent.add(row.line());
            }
            return row(row, isSilent && isOther);
        });
        if (silent.isEmpty()) {
            return read;
        }
        List<Question> questions = new ArrayList<>(read.questions());
        questions.add(silent(said, silent.size()));
        return new Found(read.rows(), read.faults(), read.notices(), questions, read.heads());
    }

    private static Question silent(Optional<String> answer, int rows) {
        List<Choice> choices =
                List.of(Choice.text(NORDIC, "import.choice.NORDIC"), Choice.text(OTHER, "import.choice.NORDIC_OTHER"));
        return new Question(SILENT, "nordic", List.of(rows), choices, answer, true);
    }

    private static FoundRow row(Table.Row row, boolean isOther) {
        SortedMap<String, String> values = new TreeMap<>();
        for (String id : List.of("leftForce", "rightForce", "leftImpulse", "rightImpulse", "device")) {
            row.text(id).ifPresent(text -> values.put(id, text));
        }
        String given = PersonColumns.asFound(row, Map.of("leftForce", "left", "rightForce", "right"));
        if (!given.isEmpty()) {
            values.put("asInFile", given);
        }
        String time = PersonColumns.time(row);
        Measured measured = new Measured(ImportedKinds.NORDIC.id(), row.day("date"), time, values, Optional.empty());
        Person person = PersonColumns.person(row);
        String exercise = row.text("test").map(Cell::fold).orElse("");
        List<ImportFault> wrong = isOther ? List.of(ImportFault.ofLine(row.line(), "nordicSilent")) : List.of();
        return new FoundRow(0, row.line(), person, measured, Identity.of(measured, person, exercise), wrong);
    }
}
