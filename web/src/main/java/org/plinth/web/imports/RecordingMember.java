package org.plinth.web.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.web.recordingfile.CsvLines;
import org.plinth.web.recordingfile.FileFault;
import org.plinth.web.recordingfile.ReadOptions;
import org.plinth.web.recordingfile.Recording;
import org.plinth.web.recordingfile.RecordingFile;
import org.plinth.web.recordingfile.RecordingFileException;
import org.plinth.web.recordingfile.RecordingHeader;
import org.plinth.web.recordingfile.UnitOrigin;

/**
 * One file of force curves, read.
 *
 * @param rows one for each force column
 * @param notices what has to be known
 * @param needsUnit whether a person has to say, or said, the unit
 * @param needsOrder whether a person has to say, or said, which part of a date comes first
 */
record RecordingMember(List<FoundRow> rows, List<ImportFault> notices, boolean needsUnit, boolean needsOrder) {

    static final String UNIT = "unitforce";

    private static final Set<String> DATE_WORDS = Set.of("date", "datum", "test date", "recorded", "recorded at");
    private static final Set<String> NAME_WORDS = Set.of("name", "athlete", "user", "patient");
    private static final Set<String> DEVICE_WORDS = Set.of("device", "sensor", "dynamometer");

    static RecordingMember read(int number, byte[] bytes, Answers answers, LocalDate today) {
        return new Reading(number, bytes, answers, today).all();
    }

    /** What lines before the header say. */
    private record About(Optional<LocalDate> date, String time, Person person, String device) {}

    private static final class Reading {

        private final int number;
        private final byte[] bytes;
        private final Answers answers;
        private final LocalDate today;
        private final List<ImportFault> notices = new ArrayList<>();
        private boolean needsUnit;
        private boolean needsOrder;

        Reading(int number, byte[] bytes, Answers answers, LocalDate today) {
            this.number = number;
            this.bytes = bytes;
            this.answers = answers;
            this.today = today;
        }

        RecordingMember all() {
            List<FoundRow> rows = new ArrayList<>();
            try {
                RecordingHeader header = RecordingHeader.find(open(), "");
                About about = about(header);
                if (header.forces().size() < 2) {
                    rows.add(channel(header, Optional.empty(), about));
                } else {
                    header.forces().forEach(name -> rows.add(channel(header, Optional.of(name), about)));
                }
            } catch (RecordingFileException e) {
                rows.add(wrong(1, Table.unreadable(e)));
            } catch (WrongCell e) {
                rows.add(wrong(1, ImportFault.ofFile(e.key(), e.arguments())));
            }
            return new RecordingMember(rows, notices, needsUnit, needsOrder);
        }

        private InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        private FoundRow wrong(long line, ImportFault fault) {
            FoundRow.Measured nothing = RecordingSummary.nothing();
            return new FoundRow(number, line, Person.unknown(), nothing, "", List.of(fault.inMember(number)));
        }

        private FoundRow channel(RecordingHeader header, Optional<String> column, About about) {
            String name = column.or(() -> header.forces().stream().findFirst()).orElse("");
            try {
                Recording recording = recording(header, column);
                if (recording.unitOrigin() == UnitOrigin.HEADER_KILOGRAM) {
                    notices.add(ImportFault.ofCell(header.line(), recording.column(), "kg", "kilogram")
                            .inMember(number));
                }
                RecordingSummary summary = RecordingSummary.of(recording, about.date(), about.time(), about.device());
                List<ImportFault> faults = summary.fault(header.line()).stream()
                        .map(fault -> fault.inMember(number))
                        .toList();
                return new FoundRow(
                        number, header.line(), about.person(), summary.measured(), summary.identity(name), faults);
            } catch (RecordingFileException e) {
                return wrong(header.line(), translated(e, header));
            } catch (IOException e) {
                return wrong(header.line(), ImportFault.ofFile("unreadable"));
            }
        }

        /** A unit that was said for a file without one must not overrule a file that names its own. */
        private Recording recording(RecordingHeader header, Optional<String> column)
                throws RecordingFileException, IOException {
            try {
                return recording(header, new ReadOptions(Optional.empty(), OptionalDouble.empty(), column));
            } catch (RecordingFileException e) {
                if (e.problem().fault() != FileFault.UNKNOWN_UNIT || isTorque(header, e)) {
                    throw e;
                }
                needsUnit = true;
                Optional<ForceUnit> said = answers.to(UNIT).flatMap(ForceUnit::parse);
                if (said.isEmpty()) {
                    throw e;
                }
                return recording(header, new ReadOptions(said, OptionalDouble.empty(), column));
            }
        }

        private Recording recording(RecordingHeader header, ReadOptions options)
                throws RecordingFileException, IOException {
            try (InputStream in = header.withoutLinesBefore(open(), "")) {
                return RecordingFile.read(in, "", options);
            }
        }

        private static boolean isTorque(RecordingHeader header, RecordingFileException e) {
            String name = e.problem().column().orElse("");
            return header.names().contains(name)
                    && Head.of(0, name)
                            .unit()
                            .flatMap(UnitTable::of)
                            .filter(unit -> unit != UnitTable.FORCE)
                            .isPresent();
        }

        private ImportFault translated(RecordingFileException e, RecordingHeader header) {
            String name = e.problem().column().orElse("");
            if (e.problem().fault() == FileFault.UNKNOWN_UNIT && isTorque(header, e)) {
                String unit = Head.of(0, name).unit().orElse("");
                return ImportFault.ofCell(
                        header.line(),
                        name,
                        unit,
                        "wrongDimension",
                        unit,
                        "import.measures." + UnitTable.of(unit).orElse(UnitTable.FORCE),
                        "import.measures.FORCE");
            }
            return switch (e.problem().fault()) {
                case UNKNOWN_UNIT -> ImportFault.ofCell(header.line(), name, name, "forceUnit");
                case NO_TIME_COLUMN -> ImportFault.ofLine(header.line(), "noTime");
                case MISSING_HEADER -> ImportFault.ofLine(header.line(), "noHeader");
                default -> Table.unreadable(e);
            };
        }

        private About about(RecordingHeader header) throws WrongCell {
            Optional<LocalDate> date = Optional.empty();
            String time = "";
            Person person = Person.unknown();
            String device = "";
            for (CsvLines.Line line : header.before()) {
                String word = Cell.fold(line.cells().get(0)).replaceAll(":$", "");
                String said = line.cells().size() > 1 ? line.cells().get(1) : "";
                if (DATE_WORDS.contains(word) && !said.isBlank()) {
                    Optional<Cell.Day> day = day(said);
                    date = day.map(Cell.Day::date);
                    time = day.map(Cell.Day::time).orElse("");
                } else if (NAME_WORDS.contains(word)) {
                    person = new Person("", Cell.text(said), Optional.empty(), Optional.empty());
                } else if (DEVICE_WORDS.contains(word)) {
                    device = Cell.text(said);
                }
            }
            return new About(date, time, person, device);
        }

        private Optional<Cell.Day> day(String said) throws WrongCell {
            if (Cell.needsOrder(said)) {
                needsOrder = true;
                if (answers.dateOrder().isEmpty()) {
                    return Optional.empty();
                }
            }
            Cell.Day day = Cell.date(said, answers.dateOrder());
            if (day.date().isAfter(today)) {
                throw new WrongCell("future");
            }
            return Optional.of(day);
        }
    }
}
