package org.plinth.web.pad;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Trial;
import org.plinth.web.clinic.Visit;
import org.plinth.web.http.Tokens;

/**
 * Second screens that patients hold: one for a visit, opened by a link that can do nothing but answer one question. Of the link
 * only a hash is kept. In memory, of bounded size, and gone with the process: a pad that is lost is opened anew. Any thread.
 */
public final class PainPads {

    /** How long a link holds: a visit, not a day. */
    public static final Duration LASTS = Duration.ofMinutes(60);

    private static final int MOST = 500;
    private static final int MOST_ENDED = 5000;

    private final RandomGenerator random;
    private final Map<String, Pad> pads = new LinkedHashMap<>();
    /** Hashes of links that held once: who shows one of them does not guess. */
    private final Set<String> ended = new LinkedHashSet<>();

    /** Numbers never come twice, so that a late answer meets no other question. */
    private int questions;

    /** With a secure source of links. */
    public PainPads(RandomGenerator random) {
        this.random = random;
    }

    /**
     * What a pad knows.
     *
     * @param clinic where
     * @param visit of which
     * @param openedBy who handed it over
     * @param initials all that it shows of a person
     * @param until when its link ends
     * @param question of an effort; empty while nothing is asked
     * @param answer to that question
     */
    public record Pad(
            Id<Clinic> clinic,
            Id<Visit> visit,
            Id<Account> openedBy,
            String initials,
            Instant until,
            Optional<Question> question,
            Optional<Integer> answer) {

        private Pad asking(Optional<Question> next) {
            return new Pad(clinic, visit, openedBy, initials, until, next, Optional.empty());
        }

        private Pad answered(int pain) {
            return new Pad(clinic, visit, openedBy, initials, until, question, Optional.of(pain));
        }
    }

    /**
     * How much an effort hurt.
     *
     * @param effort which
     * @param number told to the pad instead of it
     */
    public record Question(Id<Trial> effort, int number) {}

    /** Opens the pad of a visit; an earlier one of it ends. Gives the secret of its link, which is kept nowhere. */
    public synchronized String open(Id<Clinic> clinic, Id<Visit> visit, Id<Account> by, String initials, Instant now) {
        end(clinic, visit);
        List<String> old = pads.entrySet().stream()
                .filter(entry -> !entry.getValue().until().isAfter(now))
                .map(Map.Entry::getKey)
                .toList();
        old.forEach(this::end);
        if (pads.size() >= MOST) {
            end(pads.keySet().iterator().next());
        }
        String token = Tokens.random(random);
        pads.put(
                Tokens.hash(token),
                new Pad(clinic, visit, by, initials, now.plus(LASTS), Optional.empty(), Optional.empty()));
        return token;
    }

    /** The pad of a link that holds. */
    public synchronized Optional<Pad> of(String token, Instant now) {
        return Optional.of(token)
                .filter(Tokens::isPlausible)
                .map(Tokens::hash)
                .flatMap(hash -> Optional.ofNullable(pads.get(hash)))
                .filter(pad -> pad.until().isAfter(now));
    }

    /** The pad of a visit, if one is open. */
    public synchronized Optional<Pad> of(Id<Clinic> clinic, Id<Visit> visit, Instant now) {
        return key(clinic, visit)
                .flatMap(hash -> Optional.ofNullable(pads.get(hash)))
                .filter(pad -> pad.until().isAfter(now));
    }

    /** Asks about an effort, or nothing more. The same question again keeps its answer. */
    public synchronized void ask(Id<Clinic> clinic, Id<Visit> visit, Optional<Id<Trial>> effort) {
        key(clinic, visit)
                .ifPresent(key -> pads.computeIfPresent(key, (same, pad) -> {
                    if (pad.question().map(Question::effort).equals(effort)) {
                        return pad;
                    }
                    return pad.asking(effort.map(id -> new Question(id, ++questions)));
                }));
    }

    /** Takes an answer to the question that stands; false where another one stands, or none. */
    public synchronized boolean answer(String token, int number, int pain, Instant now) {
        Optional<Pad> asked = of(token, now).filter(pad -> pad.question()
                .filter(question -> question.number() == number)
                .isPresent());
        asked.ifPresent(pad -> pads.put(Tokens.hash(token), pad.answered(pain)));
        return asked.isPresent();
    }

    /** Ends the pad of a visit. */
    public synchronized void end(Id<Clinic> clinic, Id<Visit> visit) {
        key(clinic, visit).ifPresent(this::end);
    }

    private void end(String hash) {
        pads.remove(hash);
        ended.add(hash);
        if (ended.size() > MOST_ENDED) {
            ended.remove(ended.iterator().next());
        }
    }

    /** Whether a link held once, now or before. */
    public synchronized boolean knew(String token) {
        String hash = Tokens.isPlausible(token) ? Tokens.hash(token) : "";
        return pads.containsKey(hash) || ended.contains(hash);
    }

    private Optional<String> key(Id<Clinic> clinic, Id<Visit> visit) {
        return pads.entrySet().stream()
                .filter(entry -> entry.getValue().clinic().equals(clinic)
                        && entry.getValue().visit().equals(visit))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
