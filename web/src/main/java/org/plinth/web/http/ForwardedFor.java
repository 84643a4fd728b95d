package org.plinth.web.http;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Whose request a proxy passes on. Some proxies add to the header's line, others add a line of their own: what the caller
 * wrote stands before it in both cases, so only the very last entry counts, and only if it is an address.
 */
final class ForwardedFor {

    /** IPv4 or IPv6 literals, with a port where a proxy adds one; no name is ever looked up. */
    private static final Pattern V4 = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3})(?::\\d{1,5})?");

    private static final Pattern V6 =
            Pattern.compile("\\[?([0-9A-Fa-f:]{2,39}(?:\\d{1,3}(?:\\.\\d{1,3}){3})?)(?:\\](?::\\d{1,5})?)?");

    private ForwardedFor() {}

    /**
     * The caller's address.
     *
     * @param lines of the header, in order
     * @param peer who is connected: the proxy
     */
    static String address(List<String> lines, String peer) {
        if (lines.isEmpty()) {
            return peer;
        }
        String line = lines.get(lines.size() - 1);
        String last = line.substring(line.lastIndexOf(',') + 1).strip();
        var v4 = V4.matcher(last);
        if (v4.matches()) {
            return v4.group(1);
        }
        var v6 = V6.matcher(last);
        return v6.matches() && last.contains(":") ? v6.group(1) : peer;
    }
}
