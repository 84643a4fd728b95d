package org.plinth.web.page;

import java.util.Optional;
import org.plinth.web.access.Sight;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.http.Who;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Numbers;

/** Says by what right a patient is seen, on every page about her, where it is not the ordinary one. */
final class SightNotes {

    private final Texts texts;

    SightNotes(Texts texts) {
        this.texts = texts;
    }

    Optional<Frame.SightNote> of(Who who, Id<Patient> patient) {
        Numbers numbers = PageParts.numbers(who.clinic());
        if (who.sight() instanceof Sight.InEmergency emergency) {
            return Optional.of(new Frame.SightNote(
                    texts.text("access.sight.emergency", numbers.time(emergency.until())),
                    Optional.of("/patients/" + patient + "/emergency/end")));
        }
        if (who.sight() instanceof Sight.AsGuest guest) {
            return Optional.of(new Frame.SightNote(
                    texts.text(
                            "access.sight.guest",
                            who.clinic().name(),
                            guest.home().name(),
                            numbers.moment(guest.until())),
                    Optional.empty()));
        }
        return Optional.empty();
    }
}
