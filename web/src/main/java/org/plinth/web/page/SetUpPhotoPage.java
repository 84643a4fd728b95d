package org.plinth.web.page;

import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.edit.PatientFields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.photo.SetUpPhotos;

/**
 * {@code POST /patients/:id/photos/remove}: takes all photos of how her legs were set up away for good, with a reason; where a clinician
 * writes down that she does not agree any more, without a visit. 400 without a reason; 404.
 */
final class SetUpPhotoPage implements WebModule {

    private static final String REASON = "reason";

    private final PageParts parts;
    private final SetUpPhotos photos;

    SetUpPhotoPage(PageParts parts) {
        this.parts = parts;
        this.photos = new SetUpPhotos(parts.store());
    }

    @Override
    public void mount(Routes routes) {
        routes.post("/patients/:id/photos/remove", this::remove);
    }

    private Reply remove(Request request) {
        Id<Patient> patient = request.id("id");
        String reason = request.fields(REASON).text(REASON, PatientFields.MOST_REASON);
        if (parts.store()
                .read(stores -> stores.patients().find(request.who().clinicId(), patient))
                .isEmpty()) {
            throw HttpFailure.notFound();
        }
        photos.removeAll(PageParts.act(request, "photo.remove", reason), patient);
        return Reply.seeOther("/patients/" + patient + "/privacy");
    }
}
