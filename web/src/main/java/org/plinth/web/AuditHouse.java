package org.plinth.web;

import java.nio.file.Path;
import org.plinth.web.audit.AuditBundle;
import org.plinth.web.audit.AuditDesk;
import org.plinth.web.audit.AuditKeeper;
import org.plinth.web.audit.Checkpoints;
import org.plinth.web.audit.WatchedClock;
import org.plinth.web.config.AppConfig;
import org.plinth.web.http.AuditReadLog;
import org.plinth.web.http.ReadLog;
import org.plinth.web.journal.Journals;
import org.plinth.web.store.Store;

/**
 * What belongs to the audit log, wired.
 *
 * @param store where the chain is
 * @param clock that notices being set back
 * @param desk checkpoints and export
 * @param reads hears what is opened and who is turned away
 */
record AuditHouse(Store store, WatchedClock clock, AuditDesk desk, ReadLog reads) {

    static AuditHouse of(Store store, Journals journals, Path data, AppConfig config, WatchedClock clock) {
        Checkpoints checkpoints = new Checkpoints(
                store,
                Checkpoints.Places.of(data, config.keyFile(), config.checkpointCopy()),
                () -> journals.list().size(),
                clock);
        AuditDesk desk = new AuditDesk(checkpoints, new AuditBundle(store, journals, checkpoints));
        return new AuditHouse(store, clock, desk, new AuditReadLog(store));
    }

    /** From now on the log is looked after. */
    AuditKeeper start() {
        return AuditKeeper.start(store, desk.checkpoints(), clock, () -> reads.flush(clock.instant()));
    }
}
