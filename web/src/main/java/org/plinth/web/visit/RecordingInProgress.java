package org.plinth.web.visit;

import java.time.Instant;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Recording;

/**
 * A recording that is running.
 *
 * @param recording which
 * @param side of which side
 * @param startedAt since when
 */
public record RecordingInProgress(Id<Recording> recording, Side side, Instant startedAt) {}
