package org.plinth.web.testkit;

import java.time.Instant;
import java.time.LocalDate;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Visit;

/** An open visit of today: for what a path can name. */
final class VisitThing {

    private VisitThing() {}

    static Visit of(Id<Visit> id, Clinic clinic, Episode episode, Id<Account> author, Instant now) {
        return new Visit(
                id,
                clinic.id(),
                episode.patient(),
                episode.id(),
                1,
                LocalDate.ofInstant(now, clinic.zone()),
                clinic.zone(),
                author,
                now,
                false);
    }
}
