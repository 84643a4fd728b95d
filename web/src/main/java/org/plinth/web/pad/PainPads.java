package org.plinth.web.pad;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.plinth.core.visit.Side;
import org.plinth.web.capture.LiveFeed;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Trial;
import org.plinth.web.clinic.Visit;
import org.plinth.web.http.Tokens;
import org.plinth.web.http.Who;

/**
 * Second screens that patients hold: one for a visit, opened by a link that can do nothing but answer one question and show the bar
 * of one held effort. Of the link only a hash is kept. In memory, of bounded size, and gone with the process: a pad that is lost is
 * opened anew. Any thread.
 */
public final class PainPads {

    /** How long a link holds: a visit, not a day. */
    public static final Duration LASTS = Duration.ofMinutes(60);

    private static final int MOST = 500;
    private static final int MOST_ENDED = 5000;

    private final RandomGenerator random;
    private final Map<String, Open> pads = new LinkedHashMap<>();
    /** Hashes of links that held once: who shows one of them does not guess. */
    private final Set<String> ended = new LinkedHashSet<>();

    /** Numbers never come twice, so that a late answer meets no other question. */
    private int questions;

    /** With a secure source of links. */
    public PainPads(RandomGenerator random) {
        this.random = random;
    }

    /** A pad and what keeps it fed. */
    private record Open(Pad pad, LiveFeed.Subscription subscription) {}

    /**
     * What a pad knows.
     *
     * @param visit of which
     * @param openedBy who handed it over; it lives no longer than her open login
     * @param initials all that it shows of a person
     * @param until when its link ends
     * @param question of an effort; empty while nothing is asked
     * @param answer to that question
     * @param target to be held, where a held effort comes next
     * @param force what the visit's sensor says
     */
    public record Pad(
            Id<Visit> visit,
            Who openedBy,
            String initials,
            Instant until,
            Optional<Question> question,
            Optional<Integer> answer,
            Optional<Target> target,
            HeldForce force) {

        /** Where. */
        public Id<Clinic> clinic() {
            return openedBy.clinicId();
        }

        private Pad asking(Optional<Question> next) {
            return new Pad(visit, openedBy, initials, until, next, Optional.empty(), target, force);
        }

        private Pad answered(int pain) {
            return new Pad(visit, openedBy, initials, until, question, Optional.of(pain), target, force);
        }

        private Pad holding(Optional<Target> next) {
            return new Pad(visit, openedBy, initials, until, question, answer, next, force);
        }
    }

    /**
     * How much an effort hurt.
     *
     * @param effort which
     * @param number told to the pad instead of it
     */
    public record Question(Id<Trial> effort, int number) {}

    /**
     * A force to hold.
     *
     * @param test in which
     * @param side of which
     * @param newtons [N]
     */
    public record Target(Id<PositionTest> test, Side side, double newtons) {}

    /** Opens the pad of a visit; an earlier one of it ends. Gives the secret of its link, which is kept nowhere. */
    public synchronized String open(Who by, Id<Visit> visit, String initials, LiveFeed feed, Instant now) {
        end(by.clinicId(), visit);
        List<String> old = pads.entrySet().stream()
                .filter(entry -> !entry.getValue().pad().until().isAfter(now))
                .map(Map.Entry::getKey)
                .toList();
        old.forEach(this::end);
        if (pads.size() >= MOST) {
            end(pads.keySet().iterator().next());
        }
        String token = Tokens.random(random);
        HeldForce force = new HeldForce();
        Pad pad = new Pad(
                visit, by, initials, now.plus(LASTS), Optional.empty(), Optional.empty(), Optional.empty(), force);
        pads.put(Tokens.hash(token), new Open(pad, feed.subscribe(force)));
        return token;
    }

    /** The pad of a link that holds. */
    public synchronized Optional<Pad> of(String token, Instant now) {
        return Optional.of(token)
                .filter(Tokens::isPlausible)
                .map(Tokens::hash)
                .flatMap(this::found)
                .filter(pad -> pad.until().isAfter(now));
    }

    /** The pad of a visit, if one is open. */
    public synchronized Optional<Pad> of(Id<Clinic> clinic, Id<Visit> visit, Instant now) {
        return key(clinic, visit).flatMap(this::found).filter(pad -> pad.until().isAfter(now));
    }

    private Optional<Pad> found(String hash) {
        return Optional.ofNullable(pads.get(hash)).map(Open::pad);
    }

    /** Asks about an effort, or nothing more. The same question again keeps its answer. */
    public synchronized void ask(Id<Clinic> clinic, Id<Visit> visit, Optional<Id<Trial>> effort) {
        change(
                clinic,
                visit,
                pad -> pad.question().map(Question::effort).equals(effort)
                        ? pad
                        : pad.asking(effort.map(id -> new Question(id, ++questions))));
    }

    /** Shows a force to hold from now on, or none. */
    public synchronized void hold(Id<Clinic> clinic, Id<Visit> visit, Optional<Target> target) {
        change(clinic, visit, pad -> pad.holding(target));
    }

    private void change(Id<Clinic> clinic, Id<Visit> visit, UnaryOperator<Pad> change) {
        key(clinic, visit).ifPresent(key -> change(key, change));
    }

    private void change(String key, UnaryOperator<Pad> change) {
        pads.computeIfPresent(key, (same, open) -> new Open(change.apply(open.pad()), open.subscription()));
    }

    /** Takes an answer to the question that stands; false where another one stands, or none. */
    public synchronized boolean answer(String token, int number, int pain, Instant now) {
        Optional<Pad> asked = of(token, now).filter(pad -> pad.question()
                .filter(question -> question.number() == number)
                .isPresent());
        asked.ifPresent(pad -> change(Tokens.hash(token), same -> same.answered(pain)));
        return asked.isPresent();
    }

    /** Ends the pad of a visit. */
    public synchronized void end(Id<Clinic> clinic, Id<Visit> visit) {
        key(clinic, visit).ifPresent(this::end);
    }

    private void end(String hash) {
        Open gone = pads.remove(hash);
        if (gone != null) {
            gone.subscription().close();
        }
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
                .filter(entry -> entry.getValue().pad().clinic().equals(clinic)
                        && entry.getValue().pad().visit().equals(visit))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
