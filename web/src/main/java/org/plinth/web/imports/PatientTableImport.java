package org.plinth.web.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.web.edit.Plausible;
import org.plinth.web.imports.FoundRow.Newcomer;

/** Patients as a table. Whoever is here already is never merged: a person decides. */
final class PatientTableImport implements ImportKind {

    private static final List<Column> COLUMNS = List.of(
            PersonColumns.FAMILY.must(),
            PersonColumns.GIVEN.must(),
            PersonColumns.BORN.must(),
            PersonColumns.IDENTIFIER,
            Column.of(
                    "injuredSide",
                    Column.Type.SIDE_OR_BOTH,
                    "injured side",
                    "injured leg",
                    "side",
                    "verletzte seite",
                    "c\u00f4t\u00e9 bless\u00e9"),
            Column.of(
                    "dominantLeg",
                    Column.Type.SIDE,
                    "dominant leg",
                    "dominance",
                    "kicking leg",
                    "dominantes bein",
                    "jambe dominante"),
            Column.of("problem", Column.Type.TEXT, "problem", "diagnosis", "diagnose", "diagnostic"));

    private static final String TEMPLATE =
            """
            Family name,Given name,Date of birth,Identifier,Injured side,Dominant leg,Problem
            Madeup,Sample Ada,1985-03-02,S-1,left,right,Proximal hamstring tendinopathy
            """;

    @Override
    public String id() {
        return "patients";
    }

    @Override
    public boolean makesPatients() {
        return true;
    }

    @Override
    public Optional<String> template() {
        return Optional.of(TEMPLATE);
    }

    @Override
    public Found read(ImportFile file, Answers answers, LocalDate today) {
        return Table.read(file, COLUMNS, answers, today, row -> row(row, today));
    }

    private static FoundRow row(Table.Row row, LocalDate today) {
        Person person = PersonColumns.person(row);
        List<ImportFault> faults = new ArrayList<>();
        tooOld(person, today)
                .ifPresent(key -> faults.add(ImportFault.ofCell(
                        row.line(), "birth date", row.text("birthDate").orElse(""), key, Plausible.MOST_AGE_YEARS)));
        Newcomer newcomer = new Newcomer(
                row.text("problem").orElse(""),
                row.text("injuredSide").map(PatientTableImport::involvement),
                row.text("dominantLeg").map(Side::valueOf));
        return new FoundRow(0, row.line(), person, newcomer, identity(person), faults);
    }

    static Optional<String> tooOld(Person person, LocalDate today) {
        boolean old = person.born()
                .filter(born -> born.isBefore(today.minusYears(Plausible.MOST_AGE_YEARS)))
                .isPresent();
        return old ? Optional.of("tooOld") : Optional.empty();
    }

    static Involvement involvement(String side) {
        return Map.of("LEFT", Involvement.LEFT, "RIGHT", Involvement.RIGHT).getOrDefault(side, Involvement.BILATERAL);
    }

    /** Two rows with one name and one date of birth are one person until somebody says otherwise. */
    static String identity(Person person) {
        return Identity.sha256(List.of(
                "patient",
                person.foldedName(),
                person.born().map(Object::toString).orElse("")));
    }
}
