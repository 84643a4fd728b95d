package org.plinth.web.calibration;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plinth.calibration.reference.Load;
import org.plinth.calibration.run.CalibrationPoint;
import org.plinth.calibration.run.Direction;
import org.plinth.calibration.run.ReadingUnit;
import org.plinth.calibration.run.Settling;

/**
 * Rows of a points file. A missing run is 1; a missing direction follows the loads: up while they rise, down once they
 * fall. One for each file; one thread.
 */
final class PointRows {

    private static final double LARGEST_LOAD = 1e6;
    private static final int LARGEST_RUN = 1000;

    private final Map<PointsColumn, Integer> columns = new EnumMap<>(PointsColumn.class);
    private final List<PointsProblem> problems = new ArrayList<>();
    private final Map<Integer, Double> lastLoad = new HashMap<>();
    private final Map<Integer, Direction> lastDirection = new HashMap<>();
    private final int width;
    private double leastStep = 1;

    PointRows(CsvRecord header) {
        width = header.getFieldCount();
        for (int i = 0; i < width; i++) {
            name(header, i);
        }
        long line = header.getStartingLineNumber();
        String found = String.join(", ", header.getFields());
        if (columns.containsKey(PointsColumn.MASS) && columns.containsKey(PointsColumn.FORCE)) {
            problems.add(PointsProblem.inLine(PointsFault.TWO_LOAD_COLUMNS, line));
        } else if (!columns.containsKey(PointsColumn.MASS) && !columns.containsKey(PointsColumn.FORCE)) {
            problems.add(PointsProblem.inLine(PointsFault.NO_LOAD_COLUMN, line, found));
        }
        if (reading().isEmpty()) {
            problems.add(PointsProblem.inLine(PointsFault.NO_READING_COLUMN, line, found));
        }
    }

    private void name(CsvRecord header, int i) {
        String name = header.getField(i);
        long line = header.getStartingLineNumber();
        Optional<PointsColumn> column = PointsColumn.of(name);
        if (column.isEmpty()) {
            if (!name.isBlank()) {
                problems.add(PointsProblem.inLine(PointsFault.UNKNOWN_COLUMN, line, name.strip()));
            }
            return;
        }
        boolean second = column.get().isReading() && reading().isPresent();
        if (second || columns.putIfAbsent(column.get(), i) != null) {
            problems.add(PointsProblem.inLine(PointsFault.REPEATED_COLUMN, line, name.strip()));
        }
    }

    private Optional<PointsColumn> reading() {
        return columns.keySet().stream().filter(PointsColumn::isReading).findFirst();
    }

    Points read(List<CsvRecord> rows, String sha256) {
        List<CalibrationPoint> points = new ArrayList<>();
        if (problems.isEmpty()) {
            rows.forEach(row -> point(row).ifPresent(points::add));
        }
        return new Points(points, unit(), leastStep, sha256, problems);
    }

    private Optional<ReadingUnit> unit() {
        return reading().flatMap(column -> switch (column) {
            case READING_KGF -> Optional.of(ReadingUnit.KILOGRAM_FORCE);
            case READING_NEWTON -> Optional.of(ReadingUnit.NEWTON);
            case READING_POUND -> Optional.of(ReadingUnit.POUND_FORCE);
            default -> Optional.empty();
        });
    }

    private Optional<CalibrationPoint> point(CsvRecord row) {
        int before = problems.size();
        long line = row.getStartingLineNumber();
        if (row.getFieldCount() > width && row.getFields().stream().skip(width).anyMatch(cell -> !cell.isBlank())) {
            problems.add(PointsProblem.inLine(PointsFault.RAGGED_ROW, line));
        }
        int cycle = cycle(row);
        Optional<Load> load = load(row);
        OptionalDouble value = required(row, reading().orElseThrow());
        Optional<Direction> direction = direction(row, cycle, load);
        OptionalDouble rotation = optional(row, PointsColumn.ROTATION);
        OptionalDouble hold = optional(row, PointsColumn.HOLD);
        Optional<Settling> settling = settling(row);
        if (direction.equals(Optional.of(Direction.CREEP)) && hold.isEmpty()) {
            problems.add(PointsProblem.inLine(PointsFault.CREEP_WITHOUT_TIME, line));
        }
        if (problems.size() > before || load.isEmpty() || value.isEmpty() || direction.isEmpty()) {
            return Optional.empty();
        }
        leastStep = Math.min(leastStep, step(cell(row, reading().orElseThrow())));
        Optional<String> excluded =
                Optional.of(cell(row, PointsColumn.EXCLUDED)).filter(reason -> !reason.isEmpty());
        return Optional.of(new CalibrationPoint(
                (int) line,
                cycle,
                direction.get(),
                load.get(),
                value.getAsDouble(),
                rotation,
                settling,
                hold,
                excluded));
    }

    private int cycle(CsvRecord row) {
        String text = cell(row, PointsColumn.RUN);
        if (!columns.containsKey(PointsColumn.RUN)) {
            return 1;
        }
        if (text.matches("[1-9]\\d{0,3}") && Integer.parseInt(text) <= LARGEST_RUN) {
            return Integer.parseInt(text);
        }
        problems.add(PointsProblem.inLine(PointsFault.BAD_RUN, row.getStartingLineNumber(), text));
        return 1;
    }

    private Optional<Load> load(CsvRecord row) {
        boolean mass = columns.containsKey(PointsColumn.MASS);
        OptionalDouble amount = required(row, mass ? PointsColumn.MASS : PointsColumn.FORCE);
        if (amount.isEmpty()) {
            return Optional.empty();
        }
        double value = amount.getAsDouble();
        if (!(value >= 0 && value <= LARGEST_LOAD)) {
            problems.add(PointsProblem.inLine(
                    PointsFault.BAD_LOAD,
                    row.getStartingLineNumber(),
                    cell(row, mass ? PointsColumn.MASS : PointsColumn.FORCE)));
            return Optional.empty();
        }
        return Optional.of(mass ? new Load.Mass(value) : new Load.AppliedForce(value));
    }

    private Optional<Direction> direction(CsvRecord row, int cycle, Optional<Load> load) {
        if (!columns.containsKey(PointsColumn.DIRECTION)) {
            return load.map(known -> follow(cycle, known.amount()));
        }
        String word = cell(row, PointsColumn.DIRECTION).toLowerCase(Locale.ROOT);
        Optional<Direction> direction =
                switch (word) {
                    case "up", "asc", "ascending", "increasing", "loading", "+", "rising" ->
                        Optional.of(Direction.ASCENDING);
                    case "down", "desc", "descending", "decreasing", "unloading", "-", "falling" ->
                        Optional.of(Direction.DESCENDING);
                    case "creep", "hold", "held" -> Optional.of(Direction.CREEP);
                    default -> Optional.empty();
                };
        if (direction.isEmpty()) {
            problems.add(PointsProblem.inLine(PointsFault.BAD_DIRECTION, row.getStartingLineNumber(), word));
        }
        return direction;
    }

    private Direction follow(int cycle, double load) {
        Double before = lastLoad.put(cycle, load);
        Direction way = lastDirection.getOrDefault(cycle, Direction.ASCENDING);
        Direction now = before != null && load < before ? Direction.DESCENDING : way;
        lastDirection.put(cycle, now);
        return now;
    }

    private Optional<Settling> settling(CsvRecord row) {
        OptionalDouble fluctuation = optional(row, PointsColumn.FLUCTUATION);
        OptionalDouble drift = optional(row, PointsColumn.DRIFT);
        if (fluctuation.isEmpty() && drift.isEmpty()) {
            return Optional.empty();
        }
        double least = Math.abs(drift.orElse(0));
        return Optional.of(new Settling(Math.max(least, Math.abs(fluctuation.orElse(0))), drift.orElse(0)));
    }

    private OptionalDouble required(CsvRecord row, PointsColumn column) {
        if (cell(row, column).isEmpty()) {
            problems.add(PointsProblem.inLine(PointsFault.BLANK, row.getStartingLineNumber(), column.canonical()));
            return OptionalDouble.empty();
        }
        return number(row, column);
    }

    private OptionalDouble optional(CsvRecord row, PointsColumn column) {
        return cell(row, column).isEmpty() ? OptionalDouble.empty() : number(row, column);
    }

    private OptionalDouble number(CsvRecord row, PointsColumn column) {
        String text = cell(row, column);
        if (text.matches("[+-]?(\\d+([.,]\\d*)?|[.,]\\d+)([eE][+-]?\\d{1,2})?")) {
            return OptionalDouble.of(Double.parseDouble(text.replace(',', '.')));
        }
        problems.add(PointsProblem.inLine(
                PointsFault.NOT_A_NUMBER, row.getStartingLineNumber(), column.canonical(), shown(text)));
        return OptionalDouble.empty();
    }

    private static String shown(String text) {
        String start = text.length() > 24 ? text.substring(0, 24) + "…" : text;
        return start.replaceAll("\\p{Cntrl}", "?");
    }

    /** 0.1 for 8420.2, 1 for 8420. */
    private static double step(String text) {
        int mark = Math.max(text.indexOf('.'), text.indexOf(','));
        int end = Math.max(text.toLowerCase(Locale.ROOT).indexOf('e'), 0);
        int decimals = mark < 0 ? 0 : (end > mark ? end : text.length()) - mark - 1;
        return Math.pow(10, -decimals);
    }

    private String cell(CsvRecord row, PointsColumn column) {
        Integer index = columns.get(column);
        return index == null || index >= row.getFieldCount()
                ? ""
                : row.getField(index).strip();
    }
}
