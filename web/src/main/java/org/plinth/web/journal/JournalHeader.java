package org.plinth.web.journal;

import java.time.Instant;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Recording;

/**
 * The first 64 bytes of a journal.
 *
 * @param recording whose raw record it is
 * @param key that seals it
 * @param createdAt wall time
 */
public record JournalHeader(Id<Recording> recording, Id<JournalKey> key, Instant createdAt) {}
