package org.plinth.web;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.plinth.web.backup.BackupMaker;
import org.plinth.web.backup.BackupNews;
import org.plinth.web.backup.BackupPlan;
import org.plinth.web.backup.NightlyBackup;
import org.plinth.web.config.AppConfig;
import org.plinth.web.config.DataFolder;
import org.plinth.web.http.MetricsRoutes;
import org.plinth.web.http.WebModule;
import org.plinth.web.journal.Journals;
import org.plinth.web.metrics.Metrics;
import org.plinth.web.page.PageParts;
import org.plinth.web.page.UpkeepPage;
import org.plinth.web.store.Database;
import org.plinth.web.store.KeyVault;

/** What keeps a running house in order: backups and counters. */
final class Upkeep {

    private final AppConfig config;
    private final Journals journals;
    private final KeyVault keys;
    private final Clock clock;
    private final BackupMaker backups;
    private final BackupNews news;
    private final Metrics metrics;

    Upkeep(
            AppConfig config,
            DataFolder folder,
            Database store,
            Journals journals,
            KeyVault keys,
            Clock clock,
            SecureRandom random) {
        this.config = config;
        this.journals = journals;
        this.keys = keys;
        this.clock = clock;
        this.backups = new BackupMaker(store, journals, folder.journals(), keys, clock, random);
        this.news = new BackupNews(folder.root());
        this.metrics = new HouseMetrics(store, journals, news, clock).metrics();
    }

    BackupMaker backups() {
        return backups;
    }

    Metrics metrics() {
        return metrics;
    }

    /** How all this stands, for the owner. */
    WebModule page(PageParts parts) {
        return new UpkeepPage(parts, news, plan(), journals, config.keyLiesInData());
    }

    WebModule metricsRoutes() {
        return new MetricsRoutes(metrics, config.keeping().metricsToken(), config.behindProxy());
    }

    private Optional<BackupPlan> plan() {
        AppConfig.Keeping keeping = config.keeping();
        return keeping.backupFolder().map(where -> new BackupPlan(where, keeping.backupHour(), keeping.backupKeep()));
    }

    /** Backups by the clock on the wall here, where a folder was named; gives what ends them. */
    Runnable byNight() {
        return plan().<Runnable>map(plan -> {
                    Clock here = clock.withZone(ZoneId.systemDefault());
                    return new NightlyBackup(backups, keys, plan, news, here).start()::close;
                })
                .orElse(() -> {});
    }
}
