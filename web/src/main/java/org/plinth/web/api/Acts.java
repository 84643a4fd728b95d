package org.plinth.web.api;

import org.plinth.web.http.Request;
import org.plinth.web.http.Who;
import org.plinth.web.store.Act;

/** Who does what, from a request: clinic and person come from the login alone. */
final class Acts {

    private Acts() {}

    static Act of(Request request, String action) {
        return of(request, action, "");
    }

    static Act of(Request request, String action, String reason) {
        Who who = request.who();
        return new Act(who.clinicId(), who.id(), request.at(), action, reason, request.address());
    }
}
