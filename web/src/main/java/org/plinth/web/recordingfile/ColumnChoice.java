package org.plinth.web.recordingfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plinth.core.quantity.ForceUnit;

/**
 * Which columns of a file are time and force, and in what unit the force is. Nothing is guessed: where the header leaves
 * a choice, the choice is the reader's.
 *
 * @param force the column of the force
 * @param unit of the force
 * @param unitOrigin how that is known
 * @param time the column of the time; empty where a rate was given
 */
record ColumnChoice(ColumnName force, ForceUnit unit, UnitOrigin unitOrigin, Optional<ColumnName> time) {

    /** Chooses, or says why not. */
    static ColumnChoice of(List<ColumnName> header, long line, ReadOptions options, Problems problems)
            throws RecordingFileException {
        Chooser chooser = new Chooser(header, line, options, problems);
        Optional<ColumnName> time = chooser.time();
        ColumnName force = chooser.force();
        return new ColumnChoice(force, chooser.unit(force), chooser.unitOrigin(force), time);
    }

    private record Chooser(List<ColumnName> header, long line, ReadOptions options, Problems problems) {

        Optional<ColumnName> time() throws RecordingFileException {
            List<ColumnName> timed = timed();
            if (timed.size() > 1) {
                throw problems.inLine(FileFault.SEVERAL_TIME_COLUMNS, line, names(timed));
            }
            if (options.rateHz().isPresent()) {
                if (timed.size() == 1) {
                    throw problems.inLine(
                            FileFault.TIME_COLUMN_AND_RATE, line, timed.get(0).name());
                }
                return Optional.empty();
            }
            if (timed.isEmpty()) {
                throw noTime();
            }
            return Optional.of(timed.get(0));
        }

        /** Columns in a unit of time; of several, those that are also called time, and of these the device's. */
        private List<ColumnName> timed() {
            List<ColumnName> timed =
                    header.stream().filter(c -> c.timeUnit().isPresent()).toList();
            List<ColumnName> called =
                    timed.stream().filter(ColumnName::hasTimeStem).toList();
            List<ColumnName> device =
                    called.stream().filter(c -> c.stem().startsWith("device")).toList();
            if (device.size() == 1) {
                return device;
            }
            return called.isEmpty() ? timed : called;
        }

        private RecordingFileException noTime() {
            for (ColumnName column : header) {
                if (column.hasTimeStem()) {
                    return problems.inColumn(FileFault.UNKNOWN_TIME_UNIT, line, column.name());
                }
            }
            return problems.inLine(FileFault.NO_TIME_COLUMN, line, names(header));
        }

        ColumnName force() throws RecordingFileException {
            if (options.column().isPresent()) {
                return named(options.column().get());
            }
            List<ColumnName> candidates =
                    header.stream().filter(ColumnName::isForce).toList();
            if (candidates.isEmpty()) {
                candidates = header.stream()
                        .filter(c -> c.timeUnit().isEmpty() && !c.hasTimeStem())
                        .filter(c -> !c.name().isEmpty())
                        .toList();
            }
            if (candidates.isEmpty()) {
                throw problems.inLine(FileFault.NO_FORCE_COLUMN, line, names(header));
            }
            if (candidates.size() > 1) {
                throw problems.inLine(FileFault.SEVERAL_FORCE_COLUMNS, line, names(candidates));
            }
            return candidates.get(0);
        }

        private ColumnName named(String wanted) throws RecordingFileException {
            List<ColumnName> found = new ArrayList<>(
                    header.stream().filter(c -> c.name().equals(wanted.strip())).toList());
            if (found.isEmpty()) {
                String lower = wanted.strip().toLowerCase(Locale.ROOT);
                header.stream()
                        .filter(c -> c.name().toLowerCase(Locale.ROOT).equals(lower))
                        .forEach(found::add);
            }
            if (found.isEmpty()) {
                throw problems.inLine(FileFault.NO_SUCH_COLUMN, line, wanted, names(header));
            }
            if (found.size() > 1) {
                throw problems.inLine(FileFault.REPEATED_COLUMN, line, wanted);
            }
            return found.get(0);
        }

        ForceUnit unit(ColumnName force) throws RecordingFileException {
            Optional<UnitWord> word = force.unit();
            Optional<ForceUnit> ofHeader = word.flatMap(UnitWord::force);
            if (options.unit().isEmpty()) {
                return ofHeader.orElseThrow(
                        () -> problems.inColumn(FileFault.UNKNOWN_UNIT, line, force.name(), force.name()));
            }
            ForceUnit given = options.unit().get();
            boolean poundsConfirmed = word.equals(Optional.of(UnitWord.POUND)) && given == ForceUnit.POUND_FORCE;
            if (word.isPresent() && !poundsConfirmed && !ofHeader.equals(options.unit())) {
                throw problems.inColumn(FileFault.CONTRADICTING_UNIT, line, force.name(), force.name(), given.symbol());
            }
            return given;
        }

        UnitOrigin unitOrigin(ColumnName force) {
            if (options.unit().isPresent()) {
                return UnitOrigin.OPTION;
            }
            return force.unit().equals(Optional.of(UnitWord.KILOGRAM)) ? UnitOrigin.HEADER_KILOGRAM : UnitOrigin.HEADER;
        }

        private static String names(List<ColumnName> columns) {
            return columns.stream().map(ColumnName::name).collect(Collectors.joining(", "));
        }
    }
}
