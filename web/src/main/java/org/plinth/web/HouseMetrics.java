package org.plinth.web;

import java.time.Clock;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.function.IntSupplier;
import org.plinth.web.backup.BackupNews;
import org.plinth.web.journal.Journals;
import org.plinth.web.metrics.Metrics;
import org.plinth.web.store.Database;
import org.plinth.web.store.StoreFailure;

/** What the parts of a running house say about themselves when the counters are read. */
final class HouseMetrics {

    private static final double MILLIS_PER_SECOND = 1e3;

    private final Metrics metrics = new Metrics();

    HouseMetrics(Database store, Journals journals, BackupNews news, Clock clock) {
        gauge("plinth_recordings_in_progress", "Recordings whose journal is being written.", journals::recording);
        metrics.counter(
                "plinth_packets_received_total",
                "Packets of sensors that were journaled since the start.",
                () -> OptionalDouble.of((double) journals.packets()));
        metrics.gauge(
                "plinth_journal_unforced_bytes",
                "Journal bytes that the operating system has and the disk has not.",
                () -> OptionalDouble.of((double) journals.unforcedBytes()));
        metrics.gauge(
                "plinth_disk_free_bytes",
                "Free space beside the journals.",
                () -> OptionalDouble.of((double) journals.freeBytes()));
        gauge("plinth_database_connections_active", "Connections in use.", () -> store.pool()
                .get(0));
        gauge("plinth_database_connections_idle", "Connections at rest.", () -> store.pool()
                .get(1));
        gauge("plinth_database_waiting", "Callers that wait for a connection.", () -> store.pool()
                .get(2));
        metrics.counter("plinth_audit_rows_total", "Rows of the audit chain.", () -> auditRows(store));
        metrics.gauge(
                "plinth_backup_age_seconds",
                "Age of the last nightly backup that was proved; absent if there is none.",
                () -> age(news, clock));
        gauge(
                "plinth_backup_failed",
                "1 if the last nightly backup failed or has something to tell.",
                () -> news.state().failure().isPresent() ? 1 : 0);
    }

    Metrics metrics() {
        return metrics;
    }

    private void gauge(String name, String help, IntSupplier value) {
        metrics.gauge(name, help, () -> OptionalDouble.of(value.getAsInt()));
    }

    /** Absent rather than wrong while the database does not answer. */
    private static OptionalDouble auditRows(Database store) {
        try {
            return OptionalDouble.of(
                    (double) store.read(stores -> stores.audit().head()).seq());
        } catch (StoreFailure away) {
            return OptionalDouble.empty();
        }
    }

    private static OptionalDouble age(BackupNews news, Clock clock) {
        return news.state()
                .proved()
                .map(at -> OptionalDouble.of(
                        Math.max(0, Duration.between(at, clock.instant()).toMillis() / MILLIS_PER_SECOND)))
                .orElse(OptionalDouble.empty());
    }
}
