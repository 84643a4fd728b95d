package org.plinth.web.api;

import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.plinth.driver.link.replay.Capture;
import org.plinth.driver.link.replay.CaptureWriter;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Role;
import org.plinth.web.export.RecordingCapture;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.journal.JournalFailure;
import org.plinth.web.journal.JournalKey;
import org.plinth.web.journal.Journals;
import org.plinth.web.privacy.Included;
import org.plinth.web.privacy.Purpose;
import org.plinth.web.store.Store;

/**
 * {@code GET /api/recordings/:id/capture}: what the sensor sent, as a capture file for a report. 200; 404 where there is no
 * such recording in the clinic or its journal cannot be read, as after an erasure. Each is noted in the audit log.
 */
final class CaptureRoutes implements WebModule {

    private static final int SHOWN_OF_ID = 8;

    private final Store store;
    private final RecordingCapture captures;

    CaptureRoutes(Store store, Journals journals) {
        this.store = store;
        this.captures = new RecordingCapture(journals);
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/api/recordings/:id/capture", this::capture);
    }

    private Reply capture(Request request) {
        Id<Recording> id = request.id("id");
        JournalKey key = store.read(stores -> {
            Recording recording =
                    stores.recordings().find(request.who().clinicId(), id).orElseThrow(HttpFailure::notFound);
            boolean ofOthers = request.who().role() != Role.CLINICIAN
                    || request.who().token().isPresent();
            if (ofOthers
                    && !Included.of(stores, request.who().clinicId(), Purpose.AUDIT)
                            .has(recording.patient())) {
                throw HttpFailure.notFound();
            }
            return stores.patients()
                    .journalKey(recording.clinic(), recording.patient())
                    .orElseThrow(HttpFailure::notFound);
        });
        Capture capture = read(id, key);
        String name = "plinth-" + id.toString().substring(0, SHOWN_OF_ID) + ".capture";
        return Reply.download("text/plain; charset=utf-8", name, out -> {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            CaptureWriter.write(capture, text);
            text.flush();
        });
    }

    private Capture read(Id<Recording> id, JournalKey key) {
        try {
            return captures.of(id, key);
        } catch (JournalFailure unreadable) {
            throw HttpFailure.notFound();
        }
    }
}
