package org.plinth.web.fhir;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;
import org.plinth.web.http.Request;

/** Addresses at which resources are found again, as whoever asks reaches this server. */
final class Links {

    private final String base;

    Links(Request request, boolean secure) {
        // The server answers only for hosts that it knows.
        base = (secure ? "https://" : "http://") + request.header("Host").orElse("localhost") + "/fhir/";
    }

    String of(Resource resource) {
        return base + resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    /** The same search, from there on. */
    String search(String type, Map<String, List<String>> parameters, Optional<Cursor> cursor) {
        List<String> parts = new ArrayList<>();
        parameters.forEach((name, values) -> {
            if (!name.equals("_cursor")) {
                values.forEach(value -> parts.add(encoded(name) + "=" + encoded(value)));
            }
        });
        cursor.ifPresent(from -> parts.add("_cursor=" + from.text()));
        return base + type + (parts.isEmpty() ? "" : "?" + String.join("&", parts));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
