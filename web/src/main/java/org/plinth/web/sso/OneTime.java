package org.plinth.web.sso;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.plinth.web.http.HttpFailure;

/**
 * Things that wait for their one use, by a secret of which only the hash is kept. Each lives for a short time; a flood from
 * one address is refused before it pushes out others. In memory: a restart forgets them, and people begin again. Any thread.
 *
 * @param <T> what waits
 */
public final class OneTime<T> {

    private final Duration life;
    private final int most;
    private final int mostOfOneAddress;
    private final Map<String, Waiting<T>> waiting = new LinkedHashMap<>();

    private record Waiting<T>(T thing, String address, Instant until) {}

    /** Holds at most so many, each for this long. */
    public OneTime(Duration life, int most, int mostOfOneAddress) {
        this.life = life;
        this.most = most;
        this.mostOfOneAddress = mostOfOneAddress;
    }

    /**
     * Lets it wait.
     *
     * @throws HttpFailure 429 if too many of this address wait already
     */
    public synchronized void put(String secret, T thing, String address, Instant now) {
        waiting.values().removeIf(one -> !one.until().isAfter(now));
        if (waiting.values().stream()
                        .filter(one -> one.address().equals(address))
                        .count()
                >= mostOfOneAddress) {
            throw HttpFailure.tooMany(life);
        }
        while (waiting.size() >= most) {
            waiting.remove(waiting.keySet().iterator().next());
        }
        waiting.put(Secrets.sha256(secret), new Waiting<>(thing, address, now.plus(life)));
    }

    /** Takes it out; empty if there is none, it was taken before, or its time is over. */
    public synchronized Optional<T> take(String secret, Instant now) {
        return Optional.ofNullable(waiting.remove(Secrets.sha256(secret)))
                .filter(one -> one.until().isAfter(now))
                .map(Waiting::thing);
    }

    /** Looks at it and leaves it. */
    public synchronized Optional<T> look(String secret, Instant now) {
        return Optional.ofNullable(waiting.get(Secrets.sha256(secret)))
                .filter(one -> one.until().isAfter(now))
                .map(Waiting::thing);
    }
}
