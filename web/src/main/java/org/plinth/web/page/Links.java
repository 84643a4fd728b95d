package org.plinth.web.page;

import java.util.Optional;
import org.plinth.web.http.Request;

/** Whole addresses, for handing over. */
final class Links {

    private Links() {}

    /** This path under the name and scheme by which the caller reaches the server; the door has checked both. */
    static String whole(Request request, String path, boolean secure) {
        Optional<String> origin = request.header("Origin").filter(text -> text.startsWith("http"));
        String scheme = secure ? "https://" : "http://";
        return origin.orElseGet(() -> scheme + request.header("Host").orElse("")) + path;
    }
}
