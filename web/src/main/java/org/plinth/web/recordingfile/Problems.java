package org.plinth.web.recordingfile;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Words a problem of one file. */
record Problems(String file) {

    RecordingFileException ofFile(FileFault fault, String... details) {
        return problem(fault, OptionalLong.empty(), Optional.empty(), details);
    }

    RecordingFileException inLine(FileFault fault, long line, String... details) {
        return problem(fault, OptionalLong.of(line), Optional.empty(), details);
    }

    RecordingFileException inColumn(FileFault fault, long line, String column, String... details) {
        return problem(fault, OptionalLong.of(line), Optional.of(column), details);
    }

    private RecordingFileException problem(
            FileFault fault, OptionalLong line, Optional<String> column, String... details) {
        return new RecordingFileException(new FileProblem(fault, file, line, column, List.of(details)));
    }
}
