package org.plinth.web.http;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.LoginSession;

/**
 * When each login last showed who sits there. What hands out rights, opens a restricted record or erases one asks again
 * after {@link #LASTS}: an open screen is not a person. In memory, of bounded size; any thread.
 */
final class FreshProofs {

    /** As long as a screen may be left open [assumed]. */
    static final Duration LASTS = Duration.ofMinutes(10);

    private static final int MOST = 10_000;

    private final Map<Id<LoginSession>, Instant> proved = new LinkedHashMap<>();

    /** She showed it now. */
    synchronized void note(Id<LoginSession> session, Instant at) {
        proved.remove(session);
        proved.put(session, at);
        if (proved.size() > MOST) {
            proved.remove(proved.keySet().iterator().next());
        }
    }

    /** Whether that is not long ago. A proof of the future, from before a clock was set back, is none. */
    synchronized boolean isFresh(Id<LoginSession> session, Instant now) {
        Instant at = proved.get(session);
        return at != null && !at.isAfter(now) && at.plus(LASTS).isAfter(now);
    }
}
