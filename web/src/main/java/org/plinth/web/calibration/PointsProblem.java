package org.plinth.web.calibration;

import java.util.List;
import java.util.OptionalLong;
import org.plinth.web.text.Texts;

/**
 * One thing that is wrong with a file of points.
 *
 * @param fault what
 * @param line counted from 1; empty where it is about the whole
 * @param details what the sentence fills in
 */
public record PointsProblem(PointsFault fault, OptionalLong line, List<String> details) {

    /** Copies the list. */
    public PointsProblem {
        details = List.copyOf(details);
    }

    static PointsProblem ofFile(PointsFault fault, String... details) {
        return new PointsProblem(fault, OptionalLong.empty(), List.of(details));
    }

    static PointsProblem inLine(PointsFault fault, long line, String... details) {
        return new PointsProblem(fault, OptionalLong.of(line), List.of(details));
    }

    /** The sentence: where, what, and what would mend it. */
    public String describe(Texts texts) {
        String what = texts.text(fault.textKey(), details.toArray());
        return line.isPresent() ? texts.text("calibration.in-line", line.getAsLong(), what) : what;
    }
}
