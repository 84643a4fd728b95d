package org.plinth.web.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The family of a browser by what it calls itself, and no more: no version, no device. A claim, never a proof. */
final class Agents {

    /** In this order: each browser also names those that it wants to be taken for. */
    private static final Map<String, String> FAMILIES = Collections.unmodifiableMap(families());

    private Agents() {}

    private static Map<String, String> families() {
        Map<String, String> families = new LinkedHashMap<>();
        families.put("Edg", "Edge");
        families.put("OPR/", "Opera");
        families.put("Firefox/", "Firefox");
        families.put("Chrome/", "Chrome");
        families.put("Safari/", "Safari");
        return families;
    }

    /** {@code Firefox}, or {@code other}. */
    static String family(Optional<String> agent) {
        String text = agent.orElse("");
        return FAMILIES.entrySet().stream()
                .filter(family -> text.contains(family.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("other");
    }
}
