package org.plinth.web.recordingfile;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.plinth.web.text.Texts;

/**
 * What is wrong with one file, and where.
 *
 * @param fault what
 * @param file the name it was given by
 * @param line counted from 1; empty where no line can be named
 * @param column name of the column; empty where it is not about one
 * @param details what the sentence fills in, in its order; may quote the file, so it is for its owner's eyes and no log
 */
public record FileProblem(
        FileFault fault, String file, OptionalLong line, Optional<String> column, List<String> details) {

    /** Copies the list. */
    public FileProblem {
        details = List.copyOf(details);
    }

    /** The whole sentence: file, line, column, what is wrong, what to do. */
    public String describe(Texts texts) {
        return texts.text("recordingfile.problem", where(texts), texts.text(fault.textKey(), details.toArray()));
    }

    private String where(Texts texts) {
        if (line.isEmpty()) {
            return file;
        }
        return column.isPresent()
                ? texts.text("recordingfile.where-column", file, line.getAsLong(), column.get())
                : texts.text("recordingfile.where-line", file, line.getAsLong());
    }
}
