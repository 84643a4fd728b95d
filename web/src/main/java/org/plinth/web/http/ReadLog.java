package org.plinth.web.http;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Hears what was opened and who was turned away. Called on worker threads, before the answer goes out. */
public interface ReadLog {

    /**
     * A route was answered and its answer is about to go out. Whatever this throws goes out instead: what cannot be
     * noted is not shown.
     *
     * @return done when the note is on the disk; where it fails, that goes out instead
     */
    CompletionStage<Void> opened(AccessTable.Rule rule, Request request);

    /** A change was refused, and the answer shows the state of what it was to change. The same holds. */
    CompletionStage<Void> shown(AccessTable.Rule rule, Request request);

    /** A request was refused. Never throws: the refusal goes out in any case. */
    void refused(Refusal refusal);

    /** Writes what was only counted so far. Never throws. */
    void flush(Instant now);

    /**
     * A request that was turned away.
     *
     * @param rule that it asked for
     * @param status 401, 403 or 404
     * @param code why, for programs
     * @param who asked, where a login says it
     * @param cookie whether a login was shown that no longer holds, or never did
     * @param id of the thing asked for, where the path has one
     * @param address it came from
     * @param agent family of its browser
     * @param at when
     */
    record Refusal(
            AccessTable.Rule rule,
            int status,
            String code,
            Optional<Who> who,
            boolean cookie,
            Optional<String> id,
            String address,
            String agent,
            Instant at) {}
}
