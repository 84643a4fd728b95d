package org.plinth.web.command;

import java.time.Clock;
import java.util.random.RandomGenerator;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.driver.SensorDrivers;
import org.plinth.web.audit.Checkpoints;
import org.plinth.web.backup.BackupMaker;
import org.plinth.web.export.Pseudonyms;
import org.plinth.web.journal.Journals;
import org.plinth.web.store.Store;

/**
 * What a command stands on that works on a data folder: the running server's, or its own.
 *
 * @param store the database
 * @param journals of the same folder
 * @param drivers that decode
 * @param positions that tests name
 * @param clock the machine's
 * @param ids source of new ids
 * @param backups of the same folder
 * @param checkpoints of the audit log
 * @param pseudonyms for files that name nobody
 */
public record DataGround(
        Store store,
        Journals journals,
        SensorDrivers drivers,
        PositionCatalogue positions,
        Clock clock,
        RandomGenerator ids,
        BackupMaker backups,
        Checkpoints checkpoints,
        Pseudonyms pseudonyms) {}
