package org.plinth.web.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down guessing of passwords, codes and links. Five wrong ones from one address for one login are free, then each doubles the wait;
 * an address as a whole and a login as a whole have more, so that one clinic behind one address still gets in and nobody
 * is shut out from afar by a few tries. In memory, of bounded size; any thread.
 */
public final class LoginThrottle {

    private static final int FREE_TOGETHER = 5;
    private static final int FREE_ADDRESS = 30;
    private static final int FREE_LOGIN = 30;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration MEMORY = Duration.ofHours(1);
    private static final int MOST_ENTRIES = 20_000;
    private static final int MOST_DOUBLINGS = 20;

    private final Map<String, Tries> tries = new LinkedHashMap<>();

    private record Tries(int wrong, Instant last, Instant until) {}

    /**
     * How long this caller must wait before her next try; empty for not at all.
     *
     * @param login or what else is guessed at
     */
    public synchronized Optional<Duration> wait(String login, String address, Instant now) {
        Instant until = Instant.MIN;
        for (Key key : keys(login, address)) {
            Tries seen = tries.get(key.text());
            if (seen != null && seen.until().isAfter(until)) {
                until = seen.until();
            }
        }
        return until.isAfter(now) ? Optional.of(Duration.between(now, until)) : Optional.empty();
    }

    /** A wrong password, or a login that does not exist. */
    public synchronized void wrong(String login, String address, Instant now) {
        for (Key key : keys(login, address)) {
            forget(now);
            Tries before = tries.remove(key.text());
            int wrong = before == null || isOld(before, now) ? 1 : before.wrong() + 1;
            tries.put(key.text(), new Tries(wrong, now, now.plus(delay(wrong - key.free()))));
        }
    }

    /** The right password. The address keeps what it has: it may be guessing at others. */
    public synchronized void right(String login, String address) {
        tries.remove(together(login, address));
        tries.remove(loginKey(login));
    }

    private static Duration delay(int beyondFree) {
        if (beyondFree < 0) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(beyondFree, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }

    /** Entries lie in the order in which they were last touched, so the old ones come first. */
    private void forget(Instant now) {
        Iterator<Tries> oldest = tries.values().iterator();
        while (oldest.hasNext() && (isOld(oldest.next(), now) || tries.size() >= MOST_ENTRIES)) {
            oldest.remove();
        }
    }

    synchronized int size() {
        return tries.size();
    }

    private static boolean isOld(Tries seen, Instant now) {
        return seen.last().plus(MEMORY).isBefore(now);
    }

    private record Key(String text, int free) {}

    private static Iterable<Key> keys(String login, String address) {
        return List.of(
                new Key(together(login, address), FREE_TOGETHER),
                new Key("address " + address, FREE_ADDRESS),
                new Key(loginKey(login), FREE_LOGIN));
    }

    private static String together(String login, String address) {
        return "both " + address + " " + login.toLowerCase(Locale.ROOT);
    }

    private static String loginKey(String login) {
        return "login " + login.toLowerCase(Locale.ROOT);
    }
}
