package org.plinth.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.SetUpPhoto;
import org.plinth.web.edit.PatientFields;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Json;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.Upload;
import org.plinth.web.http.WebModule;
import org.plinth.web.photo.PhotoShrinker;
import org.plinth.web.photo.PictureRefused;
import org.plinth.web.photo.SetUpPhotos;
import org.plinth.web.store.Store;
import org.plinth.web.words.Numbers;

/**
 * {@code POST /api/tests/:id/photo}: a photo of how a leg is set up, as the file {@code photo} of a multipart form; {@code GET} shows the
 * one that stands, as JPEG; {@code POST /api/tests/:id/photo/remove} takes it away for good, {@code POST
 * /api/patients/:id/photos/remove} all of a patient's. 400 with the field; 404; 409 without consent or for another patient; 412; 413.
 */
final class PhotoRoutes implements WebModule {

    private static final String FILE = "photo";
    private static final String SIDE = "side";
    private static final String SEEN = "numberSeen";
    private static final String REASON = "reason";
    private static final int MOST_SEEN = 1_000_000;

    private final SetUpPhotos photos;
    private final BoundPatient bound;

    PhotoRoutes(Store store, SetUpPhotos photos) {
        this.photos = photos;
        this.bound = new BoundPatient(store);
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/api/tests/:id/photo", this::show);
        routes.post("/api/tests/:id/photo", this::take);
        routes.post("/api/tests/:id/photo/remove", this::remove);
        routes.post("/api/patients/:id/photos/remove", this::removeAll);
    }

    private Reply show(Request request) {
        Side side = request.query().oneOf(SIDE, Side.class);
        byte[] jpeg = photos.picture(request.who().clinicId(), request.id("id"), side);
        return new Reply(200, Map.of("Content-Type", "image/jpeg"), new Reply.Whole(jpeg));
    }

    private Reply take(Request request) {
        Id<PositionTest> test = request.id("id");
        Fields fields = request.fields(SIDE, SEEN, REASON, BoundPatient.FIELD);
        bound.ofTest(request.who(), test, fields);
        Side side = fields.oneOf(SIDE, Side.class);
        int seen = fields.wholeNumber(SEEN, 0, MOST_SEEN);
        String reason = fields.optionalText(REASON, PatientFields.MOST_REASON).orElse("");
        Upload file = file(request.uploads());
        try {
            SetUpPhoto photo = photos.take(Acts.of(request, "photo.take", reason), test, side, file.path(), seen);
            return Reply.json(of(photo, request.who().clinic()));
        } catch (PictureRefused refused) {
            String words = "photo.refused." + refused.why();
            if (refused.why() == PictureRefused.Why.TOO_LARGE) {
                throw new HttpFailure(413, "TOO_LARGE", Optional.of(FILE), words, megabytes());
            }
            throw new BadRequest(FILE, words, PhotoShrinker.MOST_PIXELS / 1_000_000);
        }
    }

    private static int megabytes() {
        return PhotoShrinker.MOST_BYTES >> 20;
    }

    private static Upload file(List<Upload> uploads) {
        if (uploads.size() != 1 || !uploads.get(0).field().equals(FILE)) {
            throw new BadRequest(FILE, "photo.refused.ONE");
        }
        return uploads.get(0);
    }

    private Reply remove(Request request) {
        Id<PositionTest> test = request.id("id");
        Fields fields = request.fields(SIDE, SEEN, REASON, BoundPatient.FIELD);
        bound.ofTest(request.who(), test, fields);
        Side side = fields.oneOf(SIDE, Side.class);
        int seen = fields.wholeNumber(SEEN, 0, MOST_SEEN);
        String reason = fields.text(REASON, PatientFields.MOST_REASON);
        photos.remove(Acts.of(request, "photo.remove", reason), test, side, seen);
        return Reply.json(Json.object().put("removed", 1));
    }

    private Reply removeAll(Request request) {
        Id<Patient> patient = request.id("id");
        Fields fields = request.fields(REASON, BoundPatient.FIELD);
        bound.same(fields, patient);
        String reason = fields.text(REASON, PatientFields.MOST_REASON);
        return Reply.json(
                Json.object().put("removed", photos.removeAll(Acts.of(request, "photo.remove", reason), patient)));
    }

    /** What a visit's plan says of a patient's photos. */
    static ObjectNode of(SetUpPhotos.Album album, Clinic clinic) {
        Numbers numbers = new Numbers(clinic.displayUnit(), clinic.zone());
        ObjectNode json = Json.object().put("agreed", album.agreed().name()).put("kept", album.kept());
        album.said().ifPresent(day -> json.put("saidWords", numbers.date(day)));
        ArrayNode recalled = json.putArray("recalled");
        album.recalled().forEach(one -> recalled.add(of(one.photo(), clinic).put("position", one.position())));
        return json;
    }

    private static ObjectNode of(SetUpPhoto photo, Clinic clinic) {
        LocalDate on = LocalDate.ofInstant(photo.at(), clinic.zone());
        return Json.object()
                .put("test", photo.test().toString())
                .put(SIDE, photo.side().name())
                .put("number", photo.number())
                .put("width_px", photo.width())
                .put("height_px", photo.height())
                .put("on", on.toString())
                .put("onWords", new Numbers(clinic.displayUnit(), clinic.zone()).date(on));
    }
}
