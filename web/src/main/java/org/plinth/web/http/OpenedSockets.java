package org.plinth.web.http;

import java.util.LinkedHashSet;
import java.util.Set;
import org.plinth.web.clinic.SessionState;

/**
 * Which sockets a login opened while it was not locked. A locked screen may take up again what runs, and look at nothing else;
 * the bridge names nobody and is always let back, so that no packet of a sensor is lost to a lock. In memory; any thread.
 */
final class OpenedSockets {

    private static final int MOST = 5_000;

    private final Set<String> known = new LinkedHashSet<>();

    /**
     * Lets through what may be opened now.
     *
     * @throws NotYet if the login is locked and did not have this socket before
     */
    synchronized void require(Who who, AccessTable.Rule rule, String path) {
        String key = who.session().id() + " " + path;
        if (who.session().state() == SessionState.OPEN) {
            known.remove(key);
            known.add(key);
            if (known.size() > MOST) {
                known.remove(known.iterator().next());
            }
        } else if (!rule.path().equals("/bridge") && !known.contains(key)) {
            throw NotYet.locked();
        }
    }
}
