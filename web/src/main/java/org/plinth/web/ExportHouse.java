package org.plinth.web;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Deque;
import org.plinth.web.export.ExportGround;
import org.plinth.web.export.Pseudonyms;
import org.plinth.web.http.WebModule;
import org.plinth.web.job.ExportJobs;
import org.plinth.web.page.ExportJobsPage;
import org.plinth.web.page.PageParts;
import org.plinth.web.store.KeyVault;
import org.plinth.web.text.Texts;

/**
 * What makes exports beside the pages that ask for them.
 *
 * @param audit whose checkpoints sign
 * @param pseudonyms for whoever must not be named
 * @param texts words of dictionaries
 * @param folder for the files: where those of requests lie, and gone like those at the next start
 */
record ExportHouse(AuditHouse audit, Pseudonyms pseudonyms, Texts texts, Path folder) {

    /** In this data folder. */
    static ExportHouse of(AuditHouse audit, KeyVault keys, Texts texts, Path data) throws IOException {
        return new ExportHouse(audit, Pseudonyms.of(keys), texts, Uploads.emptied(data));
    }

    /** The page; what it makes ends with {@code open}. */
    WebModule page(PageParts parts, Clock clock, Deque<Runnable> open) {
        ExportGround ground = new ExportGround(
                parts.store(),
                parts.raw(),
                parts.clinicPositions(),
                pseudonyms,
                audit.desk().checkpoints(),
                texts);
        ExportJobs jobs =
                new ExportJobs(ground, folder, () -> folder.toFile().getUsableSpace(), clock, new SecureRandom());
        open.push(jobs::close);
        return new ExportJobsPage(parts, jobs);
    }
}
