package org.plinth.web.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Columns that say whom a row is about, and what kinds of measured values have in common. */
final class PersonColumns {

    static final Column NAME =
            Column.of("name", Column.Type.TEXT, "name", "athlete", "patient", "patient name", "full name");
    static final Column FAMILY = Column.of(
            "familyName",
            Column.Type.TEXT,
            "family name",
            "last name",
            "surname",
            "nachname",
            "familienname",
            "nom",
            "nom de famille",
            "\u0627\u0633\u0645 \u0627\u0644\u0639\u0627\u0626\u0644\u0629");
    static final Column GIVEN = Column.of(
            "givenName",
            Column.Type.TEXT,
            "given name",
            "first name",
            "vorname",
            "pr\u00e9nom",
            "\u0627\u0644\u0627\u0633\u0645 \u0627\u0644\u0623\u0648\u0644");
    static final Column BORN = Column.of(
            "birthDate",
            Column.Type.PAST_DAY,
            "birth date",
            "date of birth",
            "dob",
            "birthdate",
            "geburtsdatum",
            "date de naissance",
            "\u062a\u0627\u0631\u064a\u062e \u0627\u0644\u0645\u064a\u0644\u0627\u062f");
    static final Column IDENTIFIER = Column.of(
            "identifier",
            Column.Type.TEXT,
            "identifier",
            "external id",
            "externalid",
            "patient id",
            "patient number",
            "patientennummer",
            "num\u00e9ro de dossier",
            "id");

    private PersonColumns() {}

    static Person person(Table.Row row) {
        return new Person(
                row.text("familyName").orElse(""),
                row.text("givenName").or(() -> row.text("name")).orElse(""),
                row.day("birthDate"),
                row.text("identifier"));
    }

    /** The time of a column of its own, or that of the day's cell. */
    static String time(Table.Row row) {
        return row.text("time").orElseGet(() -> row.times().getOrDefault("date", ""));
    }

    /** Numbers as the file has them, where its unit is another: "left 31.8 kgf". */
    static String asFound(Table.Row row, Map<String, String> names) {
        List<String> said = new ArrayList<>();
        names.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(name -> row.asFound().containsKey(name.getKey()))
                .forEach(name -> said.add((name.getValue() + " " + row.asFound().get(name.getKey())).strip()));
        return String.join(", ", said);
    }
}
