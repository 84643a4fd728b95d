package org.plinth.web.journal;

import java.util.Optional;

/**
 * How the reading of a journal ended.
 *
 * @param records good ones
 * @param goodBytes up to the end of the last of them
 * @param closed whether that was CLOSE; otherwise the recording was interrupted
 * @param tornTail what stands behind it, if anything
 */
public record JournalEnd(long records, long goodBytes, boolean closed, Optional<TornTail> tornTail) {}
