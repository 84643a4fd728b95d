package org.plinth.web.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.plinth.web.EngineVersion;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.store.Act;

/** Writes one export into a folder, noted in the audit log before its first byte. One thread. */
public final class FolderExport {

    private final ExportGround ground;
    private final LongSupplier freeBytes;

    /** On this ground, into folders of this disk. */
    public FolderExport(ExportGround ground, LongSupplier freeBytes) {
        this.ground = ground;
        this.freeBytes = freeBytes;
    }

    /**
     * What was made.
     *
     * @param files in the folder, checksums included
     * @param kept of them were there from a run that was cut off
     * @param beganAnew whether files of an earlier run were thrown away
     */
    public record Made(int files, int kept, boolean beganAnew) {}

    /**
     * Makes it.
     *
     * @throws ExportRefused if it cannot go there, or no longer
     * @throws IOException if the folder cannot be written; what was finished stays, and the next run goes on from there
     * @throws ExportStopped if nobody waits for it any more; likewise
     */
    public Made make(Export export, ExportRequest request, Path folder, ExportProgress progress) throws IOException {
        long seq = ground.store().read(stores -> stores.audit().head().seq());
        note(export, request);
        ExportRun now = ExportRun.of(export, request, EngineVersion.current(), seq);
        try (FolderSink sink = FolderSink.open(
                folder, now, before -> ground.store().read(stores -> before.isSame(now, stores)), freeBytes)) {
            ExportRequest asOfThen = new ExportRequest(
                    request.clinic(), request.purpose(), request.hidden(), sink.at(), request.options());
            export.write(ground, asOfThen, sink, progress);
            sink.finish();
            return new Made(sink.files(), sink.kept(), sink.beganAnew());
        }
    }

    private void note(Export export, ExportRequest request) {
        Id<Clinic> clinic = request.clinic().id();
        ground.store().write(Act.ofPlinth(clinic, request.at(), "export." + export.id()), stores -> {
            stores.audit().note("clinic:" + clinic, details(request));
            return true;
        });
    }

    /** What an audit row says of an export: its purpose and its options. */
    public static Map<String, String> details(ExportRequest request) {
        Map<String, String> details = new TreeMap<>(request.options());
        details.put("purpose", request.purpose().name());
        return details;
    }
}
