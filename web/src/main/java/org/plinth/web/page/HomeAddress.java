package org.plinth.web.page;

import java.util.Optional;
import org.plinth.web.http.Request;

/** Where a patient finds her own page from home; none for an address that only this machine reaches. */
final class HomeAddress {

    private HomeAddress() {}

    static Optional<String> of(Request request) {
        String host = request.header("Host").orElse("");
        String name = host.replaceFirst(":[0-9]+$", "");
        boolean here = name.isEmpty() || name.equals("localhost") || name.startsWith("127.") || name.equals("[::1]");
        return here ? Optional.empty() : Optional.of(Links.whole(request, "/me", true));
    }
}
