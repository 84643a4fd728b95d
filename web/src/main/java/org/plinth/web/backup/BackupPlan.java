package org.plinth.web.backup;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * When a server makes backups by itself, and where.
 *
 * @param folder for the backups
 * @param hour of the clock's zone, 0 to 23
 * @param keep how many stay
 */
public record BackupPlan(Path folder, int hour, int keep) {

    /** The last moment at or before now at which a backup should have been made. */
    Instant last(Clock clock) {
        ZonedDateTime now = clock.instant().atZone(clock.getZone());
        ZonedDateTime today = now.with(LocalTime.of(hour, 0));
        return (today.isAfter(now) ? today.minusDays(1) : today).toInstant();
    }
}
