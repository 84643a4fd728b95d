package org.plinth.web.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Slows down guessing of passwords, codes and links. Every try counts as wrong until it has proved right, so that many at
 * once are many tries. Five for one login from one address are free, then each doubles the wait. Somebody who guesses at a
 * login from everywhere slows every stranger to that login by a few seconds, and shuts nobody out: where she came in before,
 * and behind a login that is open already, only tries made there count. In memory, of bounded size; any thread.
 */
public final class LoginThrottle {

    private static final int FREE_TOGETHER = 5;
    private static final int FREE_ADDRESS = 30;
    private static final int FREE_LOGIN = 30;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    /** Behind a password stand 30 bits and more: one try in four seconds from all the world does not find it. */
    private static final Duration LONGEST_OF_LOGIN = Duration.ofSeconds(4);

    private static final Duration MEMORY = Duration.ofHours(1);
    private static final int MOST_ENTRIES = 20_000;
    private static final int MOST_DOUBLINGS = 20;

    private final Map<String, Tries> tries = new LinkedHashMap<>();
    private final Set<String> familiar = new LinkedHashSet<>();

    private record Tries(int wrong, Instant last, Instant until) {}

    private record Key(String text, int free, Duration longest) {}

    /** A try at a password. How long she must wait instead; empty if it may be looked at. */
    public synchronized Optional<Duration> password(String login, String address, Instant now) {
        return attempt(ofPassword(login, address), now);
    }

    /** It was right: the login is free again from here, and whoever comes from here is no stranger to it. */
    public synchronized void passwordRight(String login, String address) {
        String together = together(login, address);
        familiar.remove(together);
        familiar.add(together);
        if (familiar.size() > MOST_ENTRIES) {
            familiar.remove(familiar.iterator().next());
        }
        tries.remove(together);
        tries.remove(loginKey(login));
        giveBack("address " + address);
    }

    /** A try at the code of an account: six digits are guessed sooner than a password, so all the world waits together. */
    public synchronized Optional<Duration> code(String account, String address, Instant now) {
        return attempt(ofCode(account, address), now);
    }

    /** It was right. */
    public synchronized void codeRight(String account, String address) {
        ofCode(account, address).forEach(key -> tries.remove(key.text()));
    }

    /** A try at something too long to be guessed, as a link, or made where somebody is in already: only tries from here count. */
    public synchronized Optional<Duration> here(String what, String address, Instant now) {
        return attempt(ofHere(what, address), now);
    }

    /** It was right. */
    public synchronized void hereRight(String what, String address) {
        ofHere(what, address).forEach(key -> tries.remove(key.text()));
    }

    private Optional<Duration> attempt(List<Key> keys, Instant now) {
        Instant until = Instant.MIN;
        for (Key key : keys) {
            Tries seen = tries.get(key.text());
            if (seen != null && seen.until().isAfter(until)) {
                until = seen.until();
            }
        }
        if (until.isAfter(now)) {
            return Optional.of(Duration.between(now, until));
        }
        for (Key key : keys) {
            forget(now);
            Tries before = tries.remove(key.text());
            int wrong = before == null || isOld(before, now) ? 1 : before.wrong() + 1;
            tries.put(key.text(), new Tries(wrong, now, now.plus(delay(wrong - key.free(), key.longest()))));
        }
        return Optional.empty();
    }

    /** The address keeps the wrong tries that it has: it may be guessing at others. */
    private void giveBack(String key) {
        Tries seen = tries.get(key);
        if (seen != null) {
            tries.put(key, new Tries(seen.wrong() - 1, seen.last(), seen.last()));
        }
    }

    private static Duration delay(int beyondFree, Duration longest) {
        if (beyondFree < 0) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(beyondFree, MOST_DOUBLINGS));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
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

    private List<Key> ofPassword(String login, String address) {
        Key together = new Key(together(login, address), FREE_TOGETHER, LONGEST);
        return familiar.contains(together.text())
                ? List.of(together)
                : List.of(
                        together,
                        new Key("address " + address, FREE_ADDRESS, LONGEST),
                        new Key(loginKey(login), FREE_LOGIN, LONGEST_OF_LOGIN));
    }

    private static List<Key> ofCode(String account, String address) {
        return List.of(
                new Key("code " + address + " " + account, FREE_TOGETHER, LONGEST),
                new Key("code " + account, FREE_LOGIN, LONGEST));
    }

    private static List<Key> ofHere(String what, String address) {
        return List.of(new Key("here " + address + " " + what, FREE_TOGETHER, LONGEST));
    }

    private static String together(String login, String address) {
        return "both " + address + " " + login.toLowerCase(Locale.ROOT);
    }

    private static String loginKey(String login) {
        return "login " + login.toLowerCase(Locale.ROOT);
    }
}
