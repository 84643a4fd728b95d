package org.plinth.web.command;

import java.io.PrintWriter;
import org.plinth.web.text.Texts;

/**
 * Where a command speaks.
 *
 * @param out results: what was asked for
 * @param err notes and errors, for people
 * @param texts the catalogue
 */
public record Console(PrintWriter out, PrintWriter err, Texts texts) {

    /** Says one sentence of the catalogue to people. */
    public void say(String key, Object... arguments) {
        err.println(texts.text(key, arguments));
        err.flush();
    }

    /** Hands everything to the operating system. */
    public void flush() {
        out.flush();
        err.flush();
    }
}
