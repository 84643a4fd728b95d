package org.plinth.web.integrity;

import java.io.PrintWriter;
import org.plinth.web.text.Texts;

/** Prints what a recomputation finds, a line each, as it is found. */
public interface RecomputeReport extends Findings {

    /** Prints the end. */
    void summary(Summary summary);

    /** As sentences, or as JSON lines ({@code docs/data-format.md} §9). */
    static RecomputeReport to(PrintWriter out, Texts texts, boolean json) {
        return json ? new RecomputeJson(out) : new RecomputeText(out, texts);
    }
}
