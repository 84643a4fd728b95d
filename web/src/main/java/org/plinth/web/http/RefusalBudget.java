package org.plinth.web.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.store.Act;

/**
 * How many refusals are written out in one minute of the clock: a few of each login, a few of each address nobody is known
 * behind, and not many of all such addresses together. What goes beyond is counted, and the counts are one row each. So
 * nobody fills the disk by being refused. In memory, of bounded size; any thread.
 */
final class RefusalBudget {

    /** Rows of one login or of one strange address in a minute. */
    static final int EACH = 10;

    /** Rows of all strangers together in a minute. */
    static final int STRANGERS = 60;

    private static final long SECONDS = 60;
    private static final int MOST_KEYS = 2_000;

    private final Map<String, Count> counts = new LinkedHashMap<>();
    private final Set<String> strange = new HashSet<>();
    private long minute = Long.MIN_VALUE;
    private int strangers;
    private int strangersOver;

    private static final class Count {
        private final Id<Clinic> clinic;
        private final Id<Account> actor;
        private int taken;
        private int over;

        private Count(Id<Clinic> clinic, Id<Account> actor) {
            this.clinic = clinic;
            this.actor = actor;
        }
    }

    /**
     * Refusals that were only counted.
     *
     * @param clinic of who was refused; the installation for strangers
     * @param actor who
     * @param count how many
     * @param addresses from how many addresses, at most as many as were remembered
     * @param since the beginning of that minute
     */
    record Over(Id<Clinic> clinic, Id<Account> actor, int count, int addresses, Instant since) {}

    /** Whether this one is written out; otherwise it is counted. Call {@link #over} first. */
    synchronized boolean take(ReadLog.Refusal refusal) {
        return refusal.who().isPresent() ? takeKnown(refusal.who().get()) : takeStrange(refusal.address());
    }

    private boolean takeKnown(Who who) {
        Count count = counts.computeIfAbsent("login " + who.id(), key -> new Count(who.clinicId(), who.id()));
        if (count.taken < EACH) {
            count.taken++;
            return true;
        }
        count.over++;
        return false;
    }

    private boolean takeStrange(String address) {
        String key = "address " + address;
        Count known = counts.get(key);
        if (strangers < STRANGERS && (known != null || counts.size() < MOST_KEYS)) {
            Count count = counts.computeIfAbsent(key, ignored -> new Count(Act.INSTALLATION, Act.NOBODY));
            if (count.taken < EACH) {
                count.taken++;
                strangers++;
                return true;
            }
        }
        strangersOver++;
        if (strange.size() < MOST_KEYS) {
            strange.add(address);
        }
        return false;
    }

    /** What was only counted in a minute that is over; empty while it lasts. A clock that was set back ends it too. */
    synchronized List<Over> over(Instant now) {
        long current = Math.floorDiv(now.getEpochSecond(), SECONDS);
        if (current == minute) {
            return List.of();
        }
        List<Over> over = new ArrayList<>();
        Instant since = minute == Long.MIN_VALUE ? now : Instant.ofEpochSecond(minute * SECONDS);
        counts.values().stream()
                .filter(count -> count.over > 0)
                .forEach(count -> over.add(new Over(count.clinic, count.actor, count.over, 1, since)));
        if (strangersOver > 0) {
            over.add(new Over(Act.INSTALLATION, Act.NOBODY, strangersOver, strange.size(), since));
        }
        counts.clear();
        strange.clear();
        strangers = 0;
        strangersOver = 0;
        minute = current;
        return over;
    }
}
