package org.plinth.web.apifuzz;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One request.
 *
 * @param operation that it is made for
 * @param path with what varies filled in
 * @param headers but cookie and token
 * @param body empty for none
 * @param token whether it carries the right CSRF token
 * @param mustFail why it may not succeed whoever sends it; empty where it may
 */
record FuzzRequest(
        ApiOperation operation, String path, Map<String, String> headers, String body, boolean token, String mustFail) {

    FuzzRequest {
        headers = new TreeMap<>(headers);
    }

    /** All that went out, to tell an echo from a leak. */
    String sent() {
        return path + " " + headers + " " + body;
    }

    /** As it would be repeated in a shell, by whoever is logged in. */
    String asCommand(String root, String caller) {
        String lines = headers.entrySet().stream()
                .map(header -> " -H '" + header.getKey() + ": " + header.getValue() + "'")
                .collect(Collectors.joining());
        return "as " + caller + (token ? "" : " without the token") + ": curl -X " + operation.method() + lines
                + " --data-binary $'" + escaped(body) + "' '" + root + path.substring(1) + "'";
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> {
            if (c < ' ' || c > '~' || c == '\'' || c == '\\') {
                out.append(String.format(c < 0x100 ? "\\x%02x" : "\\u%04x", c));
            } else {
                out.append((char) c);
            }
        });
        return out.toString();
    }
}
