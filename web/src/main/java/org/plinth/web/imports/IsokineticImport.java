package org.plinth.web.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plinth.web.diary.ImportedKinds;
import org.plinth.web.imports.FoundRow.Measured;

/**
 * Summaries of isokinetic machines: one row for each side, muscle group, contraction and speed. The machines' own exports differ by
 * version and language, so there is one documented table, and for other headers a person says which column is which and in what unit.
 */
final class IsokineticImport implements ImportKind {

    private static final Map<String, String> MUSCLES = Map.of(
            "flexors", "FLEXORS",
            "flexion", "FLEXORS",
            "knee flexion", "FLEXORS",
            "flexoren", "FLEXORS",
            "fl\u00e9chisseurs", "FLEXORS",
            "extensors", "EXTENSORS",
            "extension", "EXTENSORS",
            "knee extension", "EXTENSORS",
            "extensoren", "EXTENSORS",
            "extenseurs", "EXTENSORS");
    private static final Map<String, String> MODES = Map.of(
            "concentric", "CONCENTRIC",
            "con", "CONCENTRIC",
            "konzentrisch", "CONCENTRIC",
            "concentrique", "CONCENTRIC",
            "eccentric", "ECCENTRIC",
            "ecc", "ECCENTRIC",
            "exzentrisch", "ECCENTRIC",
            "excentrique", "ECCENTRIC",
            "isometric", "ISOMETRIC",
            "isometrisch", "ISOMETRIC");

    private static final List<Column> COLUMNS = List.of(
            PersonColumns.NAME,
            PersonColumns.FAMILY,
            PersonColumns.GIVEN,
            PersonColumns.BORN,
            PersonColumns.IDENTIFIER,
            Column.of("date", Column.Type.PAST_DAY, "date", "test date", "datum")
                    .must(),
            Column.of("time", Column.Type.TEXT, "time", "test time", "zeit", "heure"),
            Column.of("side", Column.Type.SIDE, "side", "leg", "limb", "seite", "bein", "c\u00f4t\u00e9")
                    .must(),
            Column.choice(
                            "muscle",
                            MUSCLES,
                            "muscle",
                            "muscles",
                            "muscle group",
                            "movement",
                            "muskelgruppe",
                            "muscles test\u00e9s")
                    .must(),
            Column.choice(
                            "mode",
                            MODES,
                            "contraction",
                            "mode",
                            "contraction mode",
                            "kontraktion",
                            "mode de contraction")
                    .must(),
            Column.number(
                            "speed",
                            UnitTable.SPEED,
                            0,
                            500,
                            "speed",
                            "velocity",
                            "angular velocity",
                            "geschwindigkeit",
                            "vitesse")
                    .must(),
            Column.number(
                            "torque",
                            UnitTable.TORQUE,
                            1,
                            1000,
                            "peak torque",
                            "peak tq",
                            "max torque",
                            "drehmoment",
                            "couple maximal")
                    .must(),
            Column.number(
                    "angle", UnitTable.ANGLE, -30, 180, "angle", "angle of peak torque", "angle of peak tq", "winkel"),
            Column.of("device", Column.Type.TEXT, "device", "machine", "dynamometer", "ger\u00e4t", "appareil"));

    private static final String TEMPLATE =
            """
            Family name,Given name,Date of birth,Identifier,Date,Time,Side,Muscle,Contraction,Angular velocity (\u00b0/s),\
            Peak torque (N\u00b7m),Angle (\u00b0),Device
            Madeup,Sample Ada,1985-03-02,S-1,2026-07-20,09:30,left,flexors,concentric,60,84.5,32,Sample machine
            Madeup,Sample Ada,1985-03-02,S-1,2026-07-20,09:30,right,flexors,concentric,60,96,35,Sample machine
            """;

    @Override
    public String id() {
        return "isokinetic";
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
        return Table.read(file, COLUMNS, answers, today, IsokineticImport::row);
    }

    private static FoundRow row(Table.Row row) {
        SortedMap<String, String> values = new TreeMap<>();
        for (String id : List.of("side", "muscle", "mode", "speed", "torque", "angle", "device")) {
            row.text(id).ifPresent(text -> values.put(id, text));
        }
        String given = PersonColumns.asFound(row, Map.of("torque", "", "speed", "", "angle", ""));
        if (!given.isEmpty()) {
            values.put("asInFile", given);
        }
        Measured measured = new Measured(
                ImportedKinds.ISOKINETIC.id(), row.day("date"), PersonColumns.time(row), values, Optional.empty());
        Person person = PersonColumns.person(row);
        return new FoundRow(0, row.line(), person, measured, Identity.of(measured, person), List.of());
    }
}
