package org.plinth.web.http;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often one address and one login may ask. A bucket that fills steadily and is emptied by one for each request: a clinic that works
 * never sees the bottom, a script that copies it does. The machine itself is not limited: who runs programs on it needs no requests. A
 * program that reads by a token is limited wherever it runs.
 * In memory, of bounded size; any thread.
 */
final class RequestRates {

    /** All of a clinic behind one address. */
    static final Rate OF_ADDRESS = new Rate(2000, 100);

    /** One person; a page with all its charts is about 50. */
    static final Rate OF_LOGIN = new Rate(400, 20);

    /** One program. */
    static final Rate OF_TOKEN = new Rate(300, 20);

    /** Files that take much away at once. */
    static final Rate OF_EXPORTS = new Rate(20, 0.2);

    private static final int MOST_ENTRIES = 20_000;
    private static final double NANOS = 1e9;

    private final boolean behindProxy;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * A rate.
     *
     * @param most at once
     * @param perSecond in the long run
     */
    record Rate(int most, double perSecond) {}

    private record Bucket(double left, Instant at) {}

    /**
     * Limits for a server.
     *
     * @param behindProxy whether everybody comes from a proxy: then this machine's address is nobody's privilege
     */
    RequestRates(boolean behindProxy) {
        this.behindProxy = behindProxy;
    }

    /** Counts a request of this address; how long it must wait instead, if there were too many. */
    Optional<Duration> ofAddress(String address, Instant now) {
        return isThisMachine(address) ? Optional.empty() : take("address " + address, OF_ADDRESS, now);
    }

    /** Counts a request of this login. */
    Optional<Duration> ofLogin(Who who, String address, AccessTable.Rule rule, Instant now) {
        if (who.token().isEmpty() && isThisMachine(address)) {
            return Optional.empty();
        }
        String id = who.session().id().toString();
        Optional<Duration> wait = isExport(rule) ? take("export " + id, OF_EXPORTS, now) : Optional.empty();
        return wait.isPresent() ? wait : take("login " + id, who.token().isPresent() ? OF_TOKEN : OF_LOGIN, now);
    }

    synchronized Optional<Duration> take(String key, Rate rate, Instant now) {
        Bucket before = buckets.getOrDefault(key, new Bucket(rate.most(), now));
        double filled = Math.max(0, Duration.between(before.at(), now).toNanos() / NANOS * rate.perSecond());
        double left = Math.min(rate.most(), before.left() + filled);
        boolean may = left >= 1;
        buckets.put(key, new Bucket(may ? left - 1 : left, now));
        forgetOldest();
        return may ? Optional.empty() : Optional.of(Duration.ofNanos((long) ((1 - left) / rate.perSecond() * NANOS)));
    }

    synchronized int size() {
        return buckets.size();
    }

    private void forgetOldest() {
        if (buckets.size() > MOST_ENTRIES) {
            buckets.remove(buckets.keySet().iterator().next());
        }
    }

    /** Whether it takes much away at once. */
    static boolean isExport(AccessTable.Rule rule) {
        String path = rule.path();
        // What is fetched there is made already, and may be fetched in many parts.
        return !path.startsWith("/exports/jobs/") && isFile(path);
    }

    private static boolean isFile(String path) {
        return path.startsWith("/api/export")
                || path.endsWith("/capture")
                || path.endsWith(".csv")
                || path.endsWith(".pdf")
                || path.endsWith(".zip");
    }

    private boolean isThisMachine(String address) {
        return !behindProxy
                && (address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1"));
    }
}
